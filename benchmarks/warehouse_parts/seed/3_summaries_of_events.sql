-- The summaries that hold events, each day's rows side by side, as they lie where days are written one after the other.
INSERT INTO mart.summary_governorate_day SELECT * FROM core.governorate_day ORDER BY event_date;
INSERT INTO mart.summary_toll_day SELECT * FROM core.toll_day ORDER BY event_date;
INSERT INTO mart.summary_dyad_day SELECT * FROM core.dyad_day ORDER BY event_date;
