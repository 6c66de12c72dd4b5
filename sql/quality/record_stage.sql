-- Purpose: how long a stage took and what it made of how much.
-- Grain: one stage of one piece of work.
-- Parameters: work_key, stage, rows_in, rows_out, seconds
INSERT INTO quality.stage_run (work_key, stage, rows_in, rows_out, seconds)
VALUES (%(work_key)s, %(stage)s, %(rows_in)s, %(rows_out)s, %(seconds)s)
ON CONFLICT (work_key, stage) DO UPDATE
SET rows_in = excluded.rows_in, rows_out = excluded.rows_out, seconds = excluded.seconds, finished_at = now();
