-- Purpose: reports of a piece of work that passed the checks and are not in core after loading.
-- Grain: one report.
-- Parameters: work_key
SELECT k.report_id
FROM raw.derived_report k
JOIN raw.derived_article d USING (work_key, entry_id, entry_version)
WHERE k.work_key = %(work_key)s AND NOT k.is_rejected AND d.outcome = 'loaded'
  AND NOT EXISTS (SELECT FROM core.report r WHERE r.report_id = k.report_id)
ORDER BY 1;
