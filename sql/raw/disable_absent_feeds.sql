-- Purpose: stop polling feeds that left the registry; their rows and entries stay.
-- Grain: one feed.
-- Parameters: slugs (text[]): the feeds of the registry
UPDATE raw.feed SET status = 'disabled', note = 'not in the registry any more'
WHERE feed_slug <> ALL (%(slugs)s) AND status <> 'disabled';
