-- Purpose: actual reports of current wordings that belong to no event, though no day waits to be linked.
-- Grain: one report.
-- Parameters: none
SELECT r.report_id AS row_key, r.event_start_date::text AS observed, v.title AS headline
FROM core.report r
JOIN core.article_version v USING (article_id, content_hash)
WHERE r.realis = 'actual' AND v.is_current
  AND NOT EXISTS (SELECT FROM core.event_report l WHERE l.report_id = r.report_id)
  AND NOT EXISTS (SELECT FROM core.unsettled_day)
ORDER BY 1;
