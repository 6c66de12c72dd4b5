-- Purpose: the batches of a piece of work, as the suite of batches checks them: counts against counts, and each document against the
--          documents that its feed served in the 90 days before. The usual size is the ninth decile of the sizes by day, so that a
--          cut that lasts for weeks does not become the usual; feeds with less than 5 days or 8 items have none.
-- Grain: one batch.
-- Parameters: work_key
WITH batch AS (
    SELECT DISTINCT v.batch_id FROM raw.derived_article d
    JOIN raw.entry_version v ON (v.entry_id, v.version) = (d.entry_id, d.entry_version)
    WHERE d.work_key = %(work_key)s
), fetched AS (
    SELECT f.batch_id, f.feed_slug, f.started_at, f.entry_count, f.has_lost_overlap, f.new_count + f.updated_count AS brought
    FROM raw.fetch f JOIN batch USING (batch_id)
), usual AS (
    SELECT n.batch_id, n.feed_slug, percentile_cont(0.9) WITHIN GROUP (ORDER BY d.items) AS items
    FROM fetched n
    CROSS JOIN LATERAL (
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY f.entry_count) AS items
        FROM raw.fetch f
        WHERE f.feed_slug = n.feed_slug AND f.outcome IN ('new', 'same') AND f.entry_count > 0
          AND f.started_at BETWEEN n.started_at - interval '90 days' AND n.started_at - interval '1 second'
        GROUP BY (f.started_at AT TIME ZONE 'UTC')::date
    ) d
    GROUP BY 1, 2
    HAVING count(*) >= 5 AND percentile_cont(0.9) WITHIN GROUP (ORDER BY d.items) >= 8
)
SELECT b.batch_id AS row_key, b.batch_id AS headline,
       f.brought + r.found - v.stored AS missing_entries, f.lost_overlaps, f.smallest_window, f.smallest_feed, o.rejected_share
FROM batch b
CROSS JOIN LATERAL (
    SELECT coalesce(sum(n.brought), 0)::integer AS brought, count(*) FILTER (WHERE n.has_lost_overlap)::integer AS lost_overlaps,
           min(n.entry_count / u.items)::real AS smallest_window,
           (array_agg(n.feed_slug ORDER BY n.entry_count / u.items NULLS LAST))[1] AS smallest_feed
    FROM fetched n LEFT JOIN usual u USING (batch_id, feed_slug)
    WHERE n.batch_id = b.batch_id
) f
CROSS JOIN LATERAL (
    SELECT coalesce(sum(q.new_count), 0)::integer AS found FROM raw.recovery_request q WHERE q.batch_id = b.batch_id
) r
CROSS JOIN LATERAL (SELECT count(*)::integer AS stored FROM raw.entry_version v WHERE v.batch_id = b.batch_id) v
CROSS JOIN LATERAL (
    SELECT CASE WHEN count(*) FILTER (WHERE d.outcome IN ('loaded', 'rejected')) >= 20
           THEN (count(*) FILTER (WHERE d.outcome = 'rejected'))::real / count(*) FILTER (WHERE d.outcome IN ('loaded', 'rejected')) END
           AS rejected_share
    FROM raw.derived_article d
    JOIN raw.entry_version w ON (w.entry_id, w.version) = (d.entry_id, d.entry_version)
    WHERE d.work_key = %(work_key)s AND w.batch_id = b.batch_id
) o
ORDER BY 1;
