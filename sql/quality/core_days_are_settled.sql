-- Purpose: days whose events wait to be linked.
-- Grain: one day.
-- Parameters: none
SELECT day::text AS row_key, day::text AS observed, 'events of ' || day AS headline FROM core.unsettled_day ORDER BY 1;
