-- Purpose: make room for a summary of days whose events changed.
-- Grain: one day, governorate and type of event.
-- Parameters: days (date[])
DELETE FROM mart.summary_governorate_day WHERE event_date = ANY (%(days)s);
