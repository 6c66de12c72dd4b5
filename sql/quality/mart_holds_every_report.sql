-- Purpose: reports of current wordings that mart.fact_report does not hold exactly once.
-- Grain: one report.
-- Parameters: none
WITH held AS (
    SELECT report_id, count(*) AS rows FROM mart.fact_report GROUP BY 1
)
SELECT r.report_id AS row_key, coalesce(h.rows, 0) || ' rows' AS observed, v.title AS headline
FROM core.report r
JOIN core.article_version v USING (article_id, content_hash)
LEFT JOIN held h USING (report_id)
WHERE v.is_current AND h.rows IS DISTINCT FROM 1
ORDER BY 1;
