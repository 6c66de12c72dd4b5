-- Purpose: let a run own a piece of work; an older run that still works on it will step back.
-- Grain: one piece of work.
-- Parameters: work_key, run_id, stage
INSERT INTO raw.derivation (work_key, run_id, stage) VALUES (%(work_key)s, %(run_id)s, %(stage)s)
ON CONFLICT (work_key) DO UPDATE SET run_id = excluded.run_id, stage = excluded.stage, begun_at = now();
