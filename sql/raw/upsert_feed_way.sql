-- Purpose: remember what was found out about a way into the past. What could not be found out leaves what is known.
-- Grain: one way of one feed.
-- Parameters: feed_slug, way, is_offered, address, evidence, seen_at
INSERT INTO raw.feed_way AS w (feed_slug, way, is_offered, address, evidence, seen_at)
VALUES (%(feed_slug)s, %(way)s, %(is_offered)s, %(address)s, %(evidence)s, %(seen_at)s)
ON CONFLICT (feed_slug, way) DO UPDATE
SET is_offered = excluded.is_offered, address = excluded.address, evidence = excluded.evidence, seen_at = excluded.seen_at
WHERE excluded.is_offered IS NOT NULL OR w.is_offered IS NULL;
