-- Purpose: how often each feed answered well and failed, for a small chart.
-- Grain: one feed on one UTC day.
-- Parameters: since (date): the first day
SELECT f.feed_slug, (f.started_at AT TIME ZONE 'UTC')::date AS fetch_date,
       count(*) FILTER (WHERE f.outcome IN ('new', 'same', 'not_modified', 'moved')) AS good_count,
       count(*) FILTER (WHERE f.outcome NOT IN ('new', 'same', 'not_modified', 'moved')) AS failed_count
FROM raw.fetch f
WHERE f.started_at >= %(since)s
GROUP BY 1, 2
ORDER BY 1, 2;
