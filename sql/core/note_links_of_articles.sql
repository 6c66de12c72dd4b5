-- Purpose: remember which events the reports of these articles tell, before the articles are deleted.
-- Grain: one link.
-- Parameters: article_ids (text[])
INSERT INTO core.former_link AS f (report_id, event_id, article_id, event_type, rank, day)
SELECT r.report_id, l.event_id, r.article_id, coalesce(r.acled_sub_event_type, r.plover_root), r.rank,
       coalesce(r.event_start_date, (coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC')::date)
FROM core.article a
JOIN core.report r USING (article_id)
JOIN core.event_report l USING (report_id)
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
WHERE a.article_id = ANY (%(article_ids)s)
ORDER BY r.report_id
ON CONFLICT (report_id) DO UPDATE SET event_id = excluded.event_id;
