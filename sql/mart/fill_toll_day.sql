-- Purpose: the summary of days whose events changed.
-- Grain: one day, governorate, kind of toll and victims.
-- Parameters: days (date[])
INSERT INTO mart.summary_toll_day SELECT * FROM core.toll_day WHERE event_date = ANY (%(days)s);
