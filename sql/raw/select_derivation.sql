-- Purpose: who owns a piece of work and how far he is. Held until the transaction ends, so that nobody takes it meanwhile.
-- Grain: one piece of work.
-- Parameters: work_key
SELECT run_id, stage FROM raw.derivation WHERE work_key = %(work_key)s FOR UPDATE;
