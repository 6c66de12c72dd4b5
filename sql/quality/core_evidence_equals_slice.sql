-- Purpose: quotations that are not the words of their article version at their offsets.
-- Grain: one quotation.
-- Parameters: none
SELECT x.report_id || '/' || x.position AS row_key, x.quote AS observed, v.title AS headline
FROM core.report_evidence x
JOIN core.report r USING (report_id)
JOIN core.article_version v USING (article_id, content_hash)
WHERE substr(v.title || E'\n' || v.body, x.span_start + 1, x.span_end - x.span_start) <> x.quote
ORDER BY 1;
