-- Purpose: what each stage costs.
-- Grain: one stage.
-- Parameters: none
SELECT stage, count(*) AS runs, sum(rows_in) AS rows_in, sum(rows_out) AS rows_out, sum(seconds)::real AS seconds
FROM quality.stage_run
GROUP BY stage
ORDER BY array_position(ARRAY['poll', 'fetch_pages', 'extract', 'code', 'check', 'load', 'link'], stage);
