-- Purpose: store what a poll learned about a feed and give it back.
-- Grain: one feed.
-- Parameters: slug, polling (json text), next_check_at, status
UPDATE raw.feed
SET polling = %(polling)s, next_check_at = %(next_check_at)s, status = %(status)s, leased_until = '-infinity'
WHERE feed_slug = %(slug)s;
