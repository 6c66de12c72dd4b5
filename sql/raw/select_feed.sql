-- Purpose: one feed of the registry.
-- Grain: one feed.
-- Parameters: feed_slug
SELECT feed_slug, name, url, homepage, language, country, perspective, scope, status, note, next_check_at
FROM raw.feed
WHERE feed_slug = %(feed_slug)s;
