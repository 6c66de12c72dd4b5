-- Made events of fifteen years, one report and article each, with tolls, actors and evidence. Only for speed: foreign keys are off
-- while this runs (session_replication_role), everything else is as in production.
-- Parameters: rows (integer)
SET LOCAL session_replication_role = replica;
INSERT INTO core.source (source_code, name, scope, family, perspective)
SELECT 's' || i, 'Source ' || i, 'syria', 'f' || i %% 12, 'independent' FROM generate_series(0, 19) i;

CREATE TEMPORARY TABLE made ON COMMIT DROP AS
SELECT i, 'e' || md5(i::text) AS event_id, 'r' || md5(i::text) AS report_id, 'a' || md5(i::text) AS article_id,
       date '2011-03-15' + (random() * 5600)::integer AS day, t.type, t.sub_type,
       (ARRAY['russia', 'syrian_government', 'turkey', 'israel', 'sdf', 'islamic_state', 'opposition', 'us_led_coalition'])[1 + (random() * 7)::integer] AS doer,
       (ARRAY['civilians', 'opposition', 'sdf', 'islamic_state', 'syrian_government', 'iran_backed_militias'])[1 + (random() * 5)::integer] AS sufferer,
       'SY' || lpad((1 + i %% 14)::text, 2, '0') AS admin1, (random() * random() * 12)::integer AS killed
FROM generate_series(1, %(rows)s) i
JOIN (SELECT row_number() OVER () - 1 AS n, acled_event_type AS type, acled_sub_event_type AS sub_type
      FROM mart.dim_event_type WHERE acled_event_type IS NOT NULL) t ON t.n = i %% 25;

INSERT INTO core.event (event_id, plover_root, acled_event_type, acled_sub_event_type, event_start_date, event_end_date, date_precision,
    place_name, admin1_pcode, country, lat, lon, place_precision, languages, report_count, article_count, source_count, family_count,
    is_contested, confidence, claimed_by, versions, first_reported_at, last_reported_at)
SELECT event_id, 'ASSAULT', type, sub_type, day, day, 'day', 'Place ' || i %% 900, admin1, 'SY', 33 + (i %% 900) / 300.0, 36 + (i %% 700) / 140.0,
       1 + i %% 3, '{ar}', 1, 1, 1, 1, i %% 20 = 0, 'C', '{}', '[]', day + time '12:00', day + time '12:00' FROM made;
INSERT INTO core.event_toll SELECT event_id, 'killed', 'all', killed, killed, killed + 2, 1 FROM made WHERE killed > 0;
INSERT INTO core.event_actor SELECT event_id, 0, 'actor1', doer, doer, 1 FROM made;
INSERT INTO core.event_actor SELECT event_id, 1, 'actor2', sufferer, sufferer, 1 FROM made;
INSERT INTO core.article (article_id, url, source_code, entry_id, first_seen_at)
SELECT article_id, 'https://example.org/' || i, 's' || i %% 20, 'n' || i, day + time '12:00' FROM made;
INSERT INTO core.article_version (article_id, content_hash, entry_id, entry_version, is_current, title, body, fingerprint, language, authors,
    published_at, text_from, field_sources, relevance, relevance_score, relevance_reasons, coding_status, code_version)
SELECT article_id, 'h', 'n' || i, 1, true, 'Title ' || i, repeat('word ', 40), i::text, 'ar', '{}', day + time '12:00', 'page', '{}', 'syria', 1,
       '{}', 'coded', 'bench' FROM made;
INSERT INTO core.report (report_id, article_id, content_hash, rank, realis, plover_root, acled_event_type, acled_sub_event_type,
    event_start_date, event_end_date, date_precision, place_name, admin1_pcode, country, lat, lon, place_precision, coder_version)
SELECT report_id, article_id, 'h', 1, 'actual', 'ASSAULT', type, sub_type, day, day, 'day', 'Place ' || i %% 900, admin1, 'SY', 35, 37, 1, 'bench'
FROM made;
INSERT INTO core.report_evidence SELECT report_id, 0, 0, 5, 'Title' FROM made;
INSERT INTO core.event_report SELECT report_id, event_id, 1, '{}' FROM made;
INSERT INTO mart.summary_governorate_day SELECT * FROM core.governorate_day;
INSERT INTO mart.summary_toll_day SELECT * FROM core.toll_day;
INSERT INTO mart.summary_dyad_day SELECT * FROM core.dyad_day;
INSERT INTO mart.summary_source_day SELECT * FROM core.source_day;
INSERT INTO mart.summary_governorate_month SELECT * FROM core.governorate_month;
INSERT INTO mart.summary_dyad_month SELECT * FROM core.dyad_month;
