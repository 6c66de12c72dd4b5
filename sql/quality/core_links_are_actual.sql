-- Purpose: links of events with reports that are not actual, or not of a current wording.
-- Grain: one report.
-- Parameters: none
SELECT r.report_id AS row_key, r.realis || CASE WHEN v.is_current THEN '' ELSE ', superseded' END AS observed, v.title AS headline
FROM core.event_report l
JOIN core.report r USING (report_id)
JOIN core.article_version v USING (article_id, content_hash)
WHERE r.realis <> 'actual' OR NOT v.is_current
ORDER BY 1;
