-- Purpose: links of reports that are no longer those of a current article version.
-- Grain: one link.
-- Parameters: none
DELETE FROM core.event_report l
USING core.report r
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
WHERE l.report_id = r.report_id AND (NOT v.is_current OR r.realis <> 'actual')
RETURNING l.event_id;
