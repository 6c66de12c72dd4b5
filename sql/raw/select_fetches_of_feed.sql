-- Purpose: the latest requests for one feed and what came of them.
-- Grain: one request.
-- Parameters: feed_slug, limit
SELECT started_at, http_status, outcome, error_class, error, entry_count, new_count, updated_count, has_lost_overlap, elapsed_ms, batch_id,
       next_check_at, next_reason
FROM raw.fetch
WHERE feed_slug = %(feed_slug)s
ORDER BY started_at DESC, fetch_id DESC
LIMIT %(limit)s;
