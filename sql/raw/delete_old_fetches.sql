-- Purpose: forget requests for feeds that brought nothing new. The last one of each feed stays, for its health.
-- Grain: one fetch.
-- Parameters: before (timestamptz)
DELETE FROM raw.fetch f
WHERE f.batch_id IS NULL AND f.started_at < %(before)s
  AND EXISTS (SELECT FROM raw.fetch later WHERE later.feed_slug = f.feed_slug AND later.started_at > f.started_at);
