-- Purpose: the feeds whose past is to be searched: those named, else all that are polled.
-- Grain: one feed.
-- Parameters: slugs (text[], empty for all that are not disabled)
SELECT feed_slug, name, url, homepage, language, country, perspective, scope, family, timezone, status, note, polling
FROM raw.feed
WHERE feed_slug = ANY (%(slugs)s::text[]) OR (cardinality(%(slugs)s::text[]) = 0 AND status <> 'disabled')
ORDER BY feed_slug;
