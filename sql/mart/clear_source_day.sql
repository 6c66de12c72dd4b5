-- Purpose: make room for a summary of days whose events changed.
-- Grain: one day and source.
-- Parameters: days (date[])
DELETE FROM mart.summary_source_day WHERE event_date = ANY (%(days)s);
