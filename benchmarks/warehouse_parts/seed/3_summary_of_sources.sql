-- The summary that needs reports as well.
INSERT INTO mart.summary_source_day SELECT * FROM core.source_day;
