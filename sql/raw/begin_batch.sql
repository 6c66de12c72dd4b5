-- Purpose: mark a batch as being processed.
-- Grain: one batch.
-- Parameters: batch_id
UPDATE raw.batch SET state = 'processing' WHERE batch_id = %(batch_id)s;
