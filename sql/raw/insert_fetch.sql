-- Purpose: the history of fetches.
-- Grain: one request for a feed.
-- Parameters: as the columns of raw.fetch, without fetch_id
INSERT INTO raw.fetch (feed_slug, batch_id, started_at, url, final_url, http_status, outcome, error_class, error, body_bytes, wire_bytes,
                       elapsed_ms, entry_count, new_count, updated_count, unchanged_count, repeated_count, has_lost_overlap,
                       next_check_at, next_reason, landing_file, landing_offset, landing_length, landing_sha256)
VALUES (%(feed_slug)s, %(batch_id)s, %(started_at)s, %(url)s, %(final_url)s, %(http_status)s, %(outcome)s, %(error_class)s,
        %(error)s, %(body_bytes)s, %(wire_bytes)s, %(elapsed_ms)s, %(entry_count)s, %(new_count)s, %(updated_count)s,
        %(unchanged_count)s, %(repeated_count)s, %(has_lost_overlap)s, %(next_check_at)s, %(next_reason)s, %(landing_file)s,
        %(landing_offset)s, %(landing_length)s, %(landing_sha256)s);
