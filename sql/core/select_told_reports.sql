-- Purpose: the reports of events with the wording of the article that each was read from.
-- Grain: one report.
-- Parameters: event_ids (text[])
SELECT l.event_id, r.report_id, r.article_id, r.content_hash, v.title, s.name AS source_name
FROM core.event_report l
JOIN core.report r USING (report_id)
JOIN core.article_version v USING (article_id, content_hash)
JOIN core.article a USING (article_id)
JOIN core.source s USING (source_code)
WHERE l.event_id = ANY (%(event_ids)s::text[])
ORDER BY l.event_id, r.report_id;
