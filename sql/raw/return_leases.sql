-- Purpose: give back the feeds of a poll that failed, so that the next one may ask them.
-- Grain: one feed.
-- Parameters: slugs (text[]), until (timestamptz): end of the failed poll's lease; one that another poll has taken since stays
UPDATE raw.feed SET leased_until = '-infinity' WHERE feed_slug = ANY (%(slugs)s) AND leased_until = %(until)s;
