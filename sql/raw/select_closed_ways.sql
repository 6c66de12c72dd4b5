-- Purpose: ways into the past that publishers were seen not to offer.
-- Grain: one way of one feed.
-- Parameters: since (timestamptz): leave out what was seen earlier
SELECT feed_slug, way FROM raw.feed_way WHERE is_offered = false AND seen_at >= %(since)s;
