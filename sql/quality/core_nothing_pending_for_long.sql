-- Purpose: entry versions that have been pending for more than a day.
-- Grain: one entry version.
-- Parameters: now
SELECT v.entry_id || '/' || v.version AS row_key, v.seen_at::text AS observed, v.title AS headline, v.entry_id, v.version AS entry_version
FROM raw.entry_version v
WHERE v.outcome = 'pending' AND v.seen_at < %(now)s::timestamptz - interval '1 day'
ORDER BY 1;
