-- Purpose: days whose events have to be linked anew.
-- Grain: one day.
-- Parameters: days (date[])
INSERT INTO core.unsettled_day (day) SELECT DISTINCT day FROM unnest(%(days)s::date[]) AS named (day) ORDER BY day
ON CONFLICT (day) DO NOTHING;
