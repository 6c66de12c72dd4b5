-- Purpose: how many rows each expectation turns back.
-- Grain: one expectation.
-- Parameters: none
SELECT suite, expectation, count(*) AS rows FROM quality.rejected_row WHERE state <> 'mended' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2;
