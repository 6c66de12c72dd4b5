-- Purpose: the latest batches: what they brought against what became of it, and how long each stage took.
-- Grain: one batch.
-- Parameters: batch_id (text or null: all), limit
SELECT b.batch_id, b.kind, b.state, b.created_at, b.finished_at, b.handovers,
       c.seen, c.loaded, c.rejected, c.irrelevant, c.duplicate, c.pending, c.is_conserved,
       (SELECT coalesce(jsonb_object_agg(s.stage, s.seconds), '{}') FROM quality.stage_run s
        WHERE s.work_key = 'batch:' || b.batch_id) AS seconds_by_stage
FROM raw.batch b
LEFT JOIN quality.batch_count c USING (batch_id)
WHERE b.batch_id = %(batch_id)s OR %(batch_id)s::text IS NULL
ORDER BY b.created_at DESC, b.batch_id DESC
LIMIT %(limit)s;
