-- Purpose: make room for a summary of days whose events changed.
-- Grain: one day, pair of groups and type of event.
-- Parameters: days (date[])
DELETE FROM mart.summary_dyad_day WHERE event_date = ANY (%(days)s);
