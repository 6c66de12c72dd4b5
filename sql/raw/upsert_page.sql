-- Purpose: store what an attempt to fetch a page came to.
-- Grain: one entry version.
-- Parameters: as the columns of raw.page, without attempts
INSERT INTO raw.page AS p (entry_id, version, url, final_url, fetched_at, http_status, state, error_class, error, attempts,
                           next_attempt_at, body_bytes, elapsed_ms, landing_file, landing_offset, landing_length, landing_sha256)
VALUES (%(entry_id)s, %(version)s, %(url)s, %(final_url)s, %(fetched_at)s, %(http_status)s, %(state)s, %(error_class)s, %(error)s,
        %(attempts)s, %(next_attempt_at)s, %(body_bytes)s, %(elapsed_ms)s, %(landing_file)s, %(landing_offset)s,
        %(landing_length)s, %(landing_sha256)s)
ON CONFLICT (entry_id, version) DO UPDATE
SET url = excluded.url, final_url = excluded.final_url, fetched_at = excluded.fetched_at, http_status = excluded.http_status,
    state = excluded.state, error_class = excluded.error_class, error = excluded.error, attempts = excluded.attempts,
    next_attempt_at = excluded.next_attempt_at, body_bytes = excluded.body_bytes, elapsed_ms = excluded.elapsed_ms,
    landing_file = excluded.landing_file, landing_offset = excluded.landing_offset, landing_length = excluded.landing_length,
    landing_sha256 = excluded.landing_sha256
WHERE p.state = 'retry';
