-- Purpose: batches whose entries, counted anew, are not what their fetches, or the requests of a recovery, brought.
-- Grain: one batch.
-- Parameters: none
SELECT b.batch_id AS row_key, f.seen || ' seen, ' || v.stored || ' stored' AS observed, b.kind || ' of ' || b.created_at AS headline
FROM raw.batch b
CROSS JOIN LATERAL (
    SELECT (SELECT coalesce(sum(x.new_count + x.updated_count), 0) FROM raw.fetch x WHERE x.batch_id = b.batch_id)
         + (SELECT coalesce(sum(r.new_count), 0) FROM raw.recovery_request r WHERE r.batch_id = b.batch_id) AS seen
) f
CROSS JOIN LATERAL (SELECT count(*) AS stored FROM raw.entry_version x WHERE x.batch_id = b.batch_id) v
WHERE f.seen <> v.stored AND b.kind IN ('poll', 'recovery')
ORDER BY 1;
