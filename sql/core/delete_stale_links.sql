-- Purpose: links of reports that are no longer actual ones of a current article version, among the articles that were loaded again.
-- Grain: one link.
-- Parameters: none
DELETE FROM core.event_report l
USING core.former_link f, core.report r
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
WHERE l.report_id = f.report_id AND r.report_id = f.report_id AND (NOT v.is_current OR r.realis <> 'actual');
