-- Purpose: open a batch.
-- Grain: one batch.
-- Parameters: batch_id, kind, created_at
INSERT INTO raw.batch (batch_id, kind, created_at) VALUES (%(batch_id)s, %(kind)s, %(created_at)s);
