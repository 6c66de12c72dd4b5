-- Purpose: the days of reports that share an event with those being linked without being linked themselves: other rules linked them.
-- Grain: one day.
-- Parameters: event_ids, report_ids (text[]): the events and the reports being linked
WITH stray AS (
    SELECT coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC' AS reported_at, r.event_start_date, r.event_end_date
    FROM core.event_report l
    JOIN core.report r USING (report_id)
    JOIN core.article a USING (article_id)
    JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
    WHERE l.event_id = ANY (%(event_ids)s) AND l.report_id <> ALL (%(report_ids)s)
)
SELECT coalesce(event_start_date, reported_at::date) AS day FROM stray
UNION
SELECT coalesce(event_end_date, reported_at::date) FROM stray
ORDER BY 1;
