-- Purpose: when the articles of these events first had a report in the marts; an article that arrived before keeps its moment.
-- Grain: one article.
-- Parameters: event_ids (text[]), now
INSERT INTO core.article_arrival (article_id, arrived_at)
SELECT DISTINCT r.article_id, %(now)s::timestamptz
FROM core.event_report l
JOIN core.report r USING (report_id)
WHERE l.event_id = ANY (%(event_ids)s)
ORDER BY 1
ON CONFLICT (article_id) DO NOTHING;
