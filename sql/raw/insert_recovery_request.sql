-- Purpose: the history of searches.
-- Grain: one request made in search of a day.
-- Parameters: as the columns of raw.recovery_request, without request_id
INSERT INTO raw.recovery_request (feed_slug, way, day, batch_id, asked_at, url, http_status, error_class, error, body_bytes, elapsed_ms,
                                  entry_count, new_count, known_count, repeated_count, landing_file, landing_offset, landing_length,
                                  landing_sha256)
VALUES (%(feed_slug)s, %(way)s, %(day)s, %(batch_id)s, %(asked_at)s, %(url)s, %(http_status)s, %(error_class)s, %(error)s,
        %(body_bytes)s, %(elapsed_ms)s, %(entry_count)s, %(new_count)s, %(known_count)s, %(repeated_count)s, %(landing_file)s,
        %(landing_offset)s, %(landing_length)s, %(landing_sha256)s);
