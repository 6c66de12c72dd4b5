-- Purpose: the summary of days whose events changed.
-- Grain: one day, governorate and type of event.
-- Parameters: days (date[])
INSERT INTO mart.summary_governorate_day SELECT * FROM core.governorate_day WHERE event_date = ANY (%(days)s);
