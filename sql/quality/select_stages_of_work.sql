-- Purpose: the stages of one piece of work, in their order.
-- Grain: one stage.
-- Parameters: work_key
SELECT stage, rows_in, rows_out, seconds, finished_at
FROM quality.stage_run
WHERE work_key = %(work_key)s
ORDER BY array_position(ARRAY['poll', 'fetch_pages', 'extract', 'code', 'check', 'load', 'link'], stage), stage;
