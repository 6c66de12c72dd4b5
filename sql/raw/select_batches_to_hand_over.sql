-- Purpose: batches that process_batch should be woken for: just landed, stranded, or with a page whose retry is due.
-- Grain: one batch.
-- Parameters: now; lost_before (timestamptz): a hand-over older than this that no run took up is repeated;
--             dead_before (timestamptz): one older than this whose run began and did not come to its end
SELECT b.batch_id
FROM raw.batch b
WHERE b.handed_over_at IS NULL
   OR (b.state = 'landed' AND b.handed_over_at <= %(lost_before)s)
   OR (b.state = 'processing' AND b.handed_over_at <= %(dead_before)s)
   OR (b.state = 'done' AND EXISTS (
        SELECT FROM raw.entry_version v
        JOIN raw.page p ON (p.entry_id, p.version) = (v.entry_id, v.version)
        WHERE v.batch_id = b.batch_id AND p.state = 'retry' AND p.next_attempt_at <= %(now)s))
ORDER BY b.created_at, b.batch_id;
