-- Purpose: reports without any evidence.
-- Grain: one report.
-- Parameters: none
SELECT r.report_id AS row_key, r.coder_version AS observed, coalesce(r.acled_sub_event_type, r.plover_root) AS headline
FROM core.report r
WHERE NOT EXISTS (SELECT FROM core.report_evidence x WHERE x.report_id = r.report_id)
ORDER BY 1;
