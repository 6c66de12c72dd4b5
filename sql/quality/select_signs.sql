-- Purpose: signs of trouble as the tables have them now: critical expectations of the latest check of the warehouse and of batches of
--          the last week, feeds without a good answer, feeds that the latest check found silent or cut short, overlaps lost in the
--          last day, and the batch that waits longest.
-- Grain: one cause.
-- Parameters: now, silent_hours, queue_minutes (numbers)
WITH latest AS (
    SELECT work_key FROM quality.check_result WHERE work_key LIKE 'warehouse:%%' ORDER BY day DESC, work_key DESC LIMIT 1
), feed AS (
    SELECT f.feed_slug, f.name, first.started_at AS first_at, good.started_at AS good_at
    FROM raw.feed f
    JOIN LATERAL (SELECT x.started_at FROM raw.fetch x WHERE x.feed_slug = f.feed_slug ORDER BY x.started_at LIMIT 1) first ON true
    LEFT JOIN LATERAL (
        SELECT x.started_at FROM raw.fetch x WHERE x.feed_slug = f.feed_slug AND x.outcome IN ('new', 'same', 'not_modified')
        ORDER BY x.started_at DESC LIMIT 1
    ) good ON true
    WHERE f.status = 'enabled'
), silent AS (
    SELECT feed_slug, 'No good answer since ' || coalesce(to_char(good_at, 'YYYY-MM-DD HH24:MI'), 'ever') || '; see mart.feed_health.' AS message
    FROM feed
    WHERE coalesce(good_at, first_at) < %(now)s::timestamptz - make_interval(secs => %(silent_hours)s::float * 3600)
    UNION ALL
    SELECT c.row_key, r.notes || ' ' || r.remedy
    FROM latest JOIN quality.check_failure c USING (work_key) JOIN quality.check_result r USING (work_key, suite, expectation)
    WHERE c.suite = 'feeds' AND c.expectation = 'feed_is_not_silent'
)
SELECT 'critical_check' AS kind, r.suite || ' ' || r.expectation AS subject,
       max(r.notes || ' Not met by ' || r.unexpected_count || ', such as: ' || coalesce(r.observed, '') || '. ' || r.remedy) AS message
FROM quality.check_result r
WHERE r.severity = 'critical' AND NOT r.is_met
  AND (r.work_key = (SELECT work_key FROM latest)
       OR (r.suite = 'batches' AND r.checked_at > %(now)s::timestamptz - interval '7 days'))
GROUP BY 2
UNION ALL
SELECT 'silent_feed', feed_slug, min(message) FROM silent GROUP BY 2
UNION ALL
SELECT 'cut_feed', c.row_key, 'Serves ' || c.observed || ' of its usual number of items. ' || r.remedy
FROM latest JOIN quality.check_failure c USING (work_key) JOIN quality.check_result r USING (work_key, suite, expectation)
WHERE c.suite = 'feeds' AND c.expectation = 'window_is_whole'
UNION ALL
SELECT 'lost_overlap', x.feed_slug,
       count(*) || ' times in the last day, last ' || to_char(max(x.started_at), 'YYYY-MM-DD HH24:MI') || '. Items were lost: ask it more often.'
FROM raw.fetch x
WHERE x.has_lost_overlap AND x.started_at > %(now)s::timestamptz - interval '1 day'
GROUP BY 2
UNION ALL
SELECT 'queue_age', 'process_batch',
       count(*) || ' batches wait, the oldest, ' || (array_agg(b.batch_id ORDER BY b.created_at))[1] || ', since '
         || to_char(min(b.created_at), 'YYYY-MM-DD HH24:MI') || '. See the runs of process_batch; sweep_batches hands over again.'
FROM raw.batch b
WHERE b.state <> 'done' AND b.created_at < %(now)s::timestamptz - make_interval(secs => %(queue_minutes)s::float * 60)
HAVING count(*) > 0
ORDER BY 1, 2;
