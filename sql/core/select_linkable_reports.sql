-- Purpose: actual reports of current article versions whose happening may lie in a span of days, with all their parts. Found in four
--          ways, each by an index: those of a month or less, longer ones, and undated ones by publication or first sight of the article.
-- Grain: one report.
-- Parameters: first_day, last_day (date), undated_days (integer): how long before publication an undated happening may lie
WITH near AS (
    SELECT report_id FROM core.report
    WHERE realis = 'actual' AND event_start_date BETWEEN %(first_day)s::date - 31 AND %(last_day)s
      AND coalesce(event_end_date, event_start_date) >= %(first_day)s
    UNION
    SELECT report_id FROM core.report
    WHERE realis = 'actual' AND event_end_date - event_start_date > 31 AND event_end_date >= %(first_day)s
      AND event_start_date <= %(last_day)s
    UNION
    SELECT r.report_id FROM core.article_version v JOIN core.report r USING (article_id, content_hash)
    WHERE v.is_current AND r.realis = 'actual' AND r.event_start_date IS NULL
      AND v.published_at >= %(first_day)s::date::timestamp AT TIME ZONE 'UTC'
      AND v.published_at < (%(last_day)s::date + %(undated_days)s::integer + 1)::timestamp AT TIME ZONE 'UTC'
    UNION
    SELECT r.report_id
    FROM core.article a
    JOIN core.article_version v USING (article_id)
    JOIN core.report r USING (article_id, content_hash)
    WHERE v.is_current AND v.published_at IS NULL AND r.realis = 'actual' AND r.event_start_date IS NULL
      AND a.first_seen_at >= %(first_day)s::date::timestamp AT TIME ZONE 'UTC'
      AND a.first_seen_at < (%(last_day)s::date + %(undated_days)s::integer + 1)::timestamp AT TIME ZONE 'UTC'
)
SELECT r.* FROM near JOIN core.linkable_report r USING (report_id) ORDER BY r.report_id;
