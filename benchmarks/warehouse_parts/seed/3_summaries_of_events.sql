-- The summaries that hold events, as a migration fills them.
INSERT INTO mart.summary_governorate_day SELECT * FROM core.governorate_day;
INSERT INTO mart.summary_toll_day SELECT * FROM core.toll_day;
INSERT INTO mart.summary_dyad_day SELECT * FROM core.dyad_day;
