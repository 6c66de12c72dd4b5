-- Purpose: these days are settled.
-- Grain: one day.
-- Parameters: days (date[])
DELETE FROM core.unsettled_day WHERE day = ANY (%(days)s);
