-- One report for each event, with its evidence and its link.
INSERT INTO core.report (report_id, article_id, content_hash, rank, realis, plover_root, acled_event_type, acled_sub_event_type,
    event_start_date, event_end_date, date_precision, place_name, admin1_pcode, country, lat, lon, place_precision, coder_version)
SELECT report_id, article_id, 'h', 1, 'actual', 'ASSAULT', type, sub_type, day, day, 'day', 'Place ' || i %% 900, admin1, 'SY', 35, 37, 1, 'bench'
FROM raw.made;
INSERT INTO core.report_evidence SELECT report_id, 0, 0, 5, 'Title' FROM raw.made;
INSERT INTO core.event_report SELECT report_id, event_id, 1, '{}' FROM raw.made;
