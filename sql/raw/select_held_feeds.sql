-- Purpose: feeds whose host asked to be left alone; no other feed of that host is to be asked before.
-- Grain: one feed.
-- Parameters: now
SELECT feed_slug, name, url, homepage, language, country, perspective, scope, family, timezone, status, note, polling
FROM raw.feed
WHERE (polling ->> 'host_held_until')::timestamptz > %(now)s;
