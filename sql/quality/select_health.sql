-- Purpose: how the pipeline is, in numbers, for monitoring.
-- Grain: one row.
-- Parameters: now (timestamptz); stuck_before (timestamptz): open batches handed over before are stuck; silent_before (timestamptz):
--             feeds that failed and were last good before are down; since (timestamptz): start of the time that checks and lags are of
WITH open_batch AS (
    SELECT created_at, handed_over_at FROM raw.batch WHERE state <> 'done'
), feed AS (
    SELECT h.next_check_at, h.failures > 0 AND coalesce(h.last_good_at, '-infinity') < %(silent_before)s AS is_down, f.leased_until
    FROM mart.feed_health h
    JOIN raw.feed f USING (feed_slug)
    WHERE h.status <> 'disabled'
), arrival AS (
    SELECT extract(epoch FROM n.arrived_at - v.published_at) AS seconds
    FROM core.article_arrival n
    JOIN core.article_version v ON v.article_id = n.article_id AND v.is_current
    WHERE n.arrived_at >= %(since)s AND v.published_at IS NOT NULL
), checked AS (
    SELECT max(checked_at) AS last_at, count(*) FILTER (WHERE NOT is_met AND severity = 'critical') AS critical_unmet,
           count(*) FILTER (WHERE NOT is_met AND severity = 'critical' AND suite NOT IN ('entries', 'articles', 'reports')) AS standing_unmet,
           count(*) FILTER (WHERE NOT is_met AND severity <> 'critical') AS warnings_unmet
    FROM quality.check_result WHERE checked_at >= %(since)s
)
SELECT (SELECT max(started_at) FROM raw.fetch) AS newest_poll_at,
       (SELECT extract(epoch FROM %(now)s - min(next_check_at)) FROM feed
        WHERE next_check_at <= %(now)s AND next_check_at > '-infinity' AND leased_until <= %(now)s)::double precision AS poll_overdue_seconds,
       (SELECT count(*) FROM open_batch)::integer AS open_batches,
       (SELECT extract(epoch FROM %(now)s - min(created_at)) FROM open_batch)::double precision AS queue_age_seconds,
       (SELECT count(*) FROM open_batch WHERE coalesce(handed_over_at, created_at) < %(stuck_before)s)::integer AS stuck_batches,
       (SELECT count(*) FROM feed)::integer AS feeds,
       (SELECT count(*) FROM feed WHERE is_down)::integer AS feeds_down,
       (SELECT count(*) FROM quality.rejected_row WHERE state = 'open')::integer AS rejected_open,
       checked.last_at AS checked_at, checked.critical_unmet::integer, checked.standing_unmet::integer, checked.warnings_unmet::integer,
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FROM arrival) AS lag_p50_seconds,
       (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) FROM arrival) AS lag_p95_seconds
FROM checked;
