-- Purpose: remember that process_batch was woken for these batches.
-- Grain: one batch.
-- Parameters: batch_ids (text[]), now
UPDATE raw.batch
SET handed_over_at = %(now)s, handovers = handovers + 1, state = CASE state WHEN 'done' THEN 'landed' ELSE state END
WHERE batch_id = ANY (%(batch_ids)s);
