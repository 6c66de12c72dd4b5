-- Purpose: take the feeds that are due, so that no other poll fetches them at the same time.
-- Grain: one feed.
-- Parameters: now, until (timestamptz): end of the lease; is_forced (boolean): take all, due or not
UPDATE raw.feed f SET leased_until = %(until)s
FROM (
    SELECT feed_slug FROM raw.feed
    WHERE status <> 'disabled' AND (next_check_at <= %(now)s OR %(is_forced)s) AND leased_until <= %(now)s
    ORDER BY feed_slug
    FOR UPDATE SKIP LOCKED
) due
WHERE f.feed_slug = due.feed_slug
RETURNING f.feed_slug, f.name, f.url, f.homepage, f.language, f.country, f.perspective, f.scope, f.family, f.timezone,
          f.status, f.note, f.next_check_at, f.polling;
