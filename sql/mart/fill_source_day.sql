-- Purpose: the summary of days whose events changed.
-- Grain: one day and source.
-- Parameters: days (date[])
INSERT INTO mart.summary_source_day SELECT * FROM core.source_day WHERE event_date = ANY (%(days)s);
