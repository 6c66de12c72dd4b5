-- Purpose: the summary of days whose events changed.
-- Grain: one day, pair of groups and type of event.
-- Parameters: days (date[])
INSERT INTO mart.summary_dyad_day SELECT * FROM core.dyad_day WHERE event_date = ANY (%(days)s);
