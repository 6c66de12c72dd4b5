-- The summaries that are made from those by day.
INSERT INTO mart.summary_governorate_month SELECT * FROM core.governorate_month;
INSERT INTO mart.summary_dyad_month SELECT * FROM core.dyad_month;
