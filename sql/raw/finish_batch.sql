-- Purpose: mark a batch as done.
-- Grain: one batch.
-- Parameters: batch_id, now
UPDATE raw.batch SET state = 'done', finished_at = %(now)s WHERE batch_id = %(batch_id)s;
