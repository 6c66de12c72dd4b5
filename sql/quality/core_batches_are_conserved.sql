-- Purpose: batches whose entries, counted anew, are not what their fetches brought.
-- Grain: one batch.
-- Parameters: none
SELECT b.batch_id AS row_key, f.seen || ' seen, ' || v.stored || ' stored' AS observed, b.kind || ' of ' || b.created_at AS headline
FROM raw.batch b
CROSS JOIN LATERAL (
    SELECT coalesce(sum(x.new_count + x.updated_count), 0) AS seen FROM raw.fetch x WHERE x.batch_id = b.batch_id
) f
CROSS JOIN LATERAL (SELECT count(*) AS stored FROM raw.entry_version x WHERE x.batch_id = b.batch_id) v
WHERE f.seen <> v.stored AND b.kind = 'poll'
ORDER BY 1;
