-- Purpose: make room for a summary of days whose events changed.
-- Grain: one day, governorate, kind of toll and victims.
-- Parameters: days (date[])
DELETE FROM mart.summary_toll_day WHERE event_date = ANY (%(days)s);
