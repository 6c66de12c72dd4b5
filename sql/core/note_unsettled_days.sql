-- Purpose: days whose events have to be linked anew: those of the reports that stand in core for this work's entries, and of
--          the reports that share an event with them. Called before and after loading.
-- Grain: one day.
-- Parameters: work_key
WITH entry AS (
    SELECT DISTINCT entry_id FROM raw.derived_article WHERE work_key = %(work_key)s
), article AS (
    SELECT a.article_id FROM core.article a JOIN entry USING (entry_id)
    UNION
    SELECT v.article_id FROM core.article_version v JOIN entry USING (entry_id)
), touched AS (
    SELECT r.report_id FROM article JOIN core.report r USING (article_id) WHERE r.realis = 'actual'
), kin AS (
    SELECT report_id FROM touched
    UNION
    SELECT other.report_id
    FROM touched
    JOIN core.event_report own USING (report_id)
    JOIN core.event_report other USING (event_id)
), dated AS (
    SELECT coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC' AS reported_at, r.event_start_date, r.event_end_date
    FROM kin
    JOIN core.report r USING (report_id)
    JOIN core.article a USING (article_id)
    JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
)
INSERT INTO core.unsettled_day (day)
SELECT coalesce(event_start_date, reported_at::date) FROM dated
UNION
SELECT coalesce(event_end_date, reported_at::date) FROM dated
ORDER BY 1
ON CONFLICT (day) DO NOTHING;
