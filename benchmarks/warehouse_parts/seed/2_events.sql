-- One event a row, with a toll where anybody was killed, and two actors.
INSERT INTO core.event (event_id, plover_root, acled_event_type, acled_sub_event_type, event_start_date, event_end_date, date_precision,
    place_name, admin1_pcode, country, lat, lon, place_precision, languages, report_count, article_count, source_count, family_count,
    is_contested, confidence, claimed_by, versions, first_reported_at, last_reported_at)
SELECT event_id, 'ASSAULT', type, sub_type, day, day, 'day', 'Place ' || i %% 900, admin1, 'SY', 33 + (i %% 900) / 300.0, 36 + (i %% 700) / 140.0,
       1 + i %% 3, '{ar}', 1, 1, 1, 1, i %% 20 = 0, 'C', '{}', '[]', day + time '12:00', day + time '12:00' FROM raw.made;
INSERT INTO core.event_toll SELECT event_id, 'killed', 'all', killed, killed, killed + 2, 1 FROM raw.made WHERE killed > 0;
INSERT INTO core.event_actor SELECT event_id, 0, 'actor1', doer, doer, 1 FROM raw.made;
INSERT INTO core.event_actor SELECT event_id, 1, 'actor2', sufferer, sufferer, 1 FROM raw.made;
