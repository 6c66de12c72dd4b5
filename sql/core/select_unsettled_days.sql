-- Purpose: the days whose events have to be linked anew.
-- Grain: one day.
-- Parameters: none
SELECT day FROM core.unsettled_day ORDER BY day;
