-- Purpose: how the feeds are, the ill ones first.
-- Grain: one feed.
-- Parameters: none
SELECT feed_slug, name, status, last_fetch_at, last_good_at, last_outcome, failures, entries_7d, lost_overlap_7d, next_check_at,
       next_reason
FROM mart.feed_health
ORDER BY status = 'disabled', failures DESC, feed_slug;
