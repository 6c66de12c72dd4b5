-- Purpose: the reports of a piece of work, in the order of the articles that they stand in: a report belongs to one article version, so
--          the order is the same for every loader, and what one article needs is looked up once. What is there already stays untouched.
-- Grain: one report.
-- Parameters: work_key
INSERT INTO core.report AS r (
    report_id, article_id, content_hash, rank, realis, plover_root, plover_mode, acled_event_type, acled_sub_event_type,
    event_start_date, event_end_date, date_precision, place_id, place_name, admin1_pcode, country, lat, lon, place_precision,
    place_start, place_end, place_null_reason, claimed_by_name, claimed_by_status, coder_version)
SELECT report_id, article_id, content_hash, rank, realis, plover_root, plover_mode, acled_event_type, acled_sub_event_type,
       event_start_date, event_end_date, date_precision, place_id, place_name, admin1_pcode, country, lat, lon, place_precision,
       place_start, place_end, place_null_reason, claimed_by_name, claimed_by_status, coder_version
FROM raw.derived_report
WHERE work_key = %(work_key)s AND NOT is_rejected
ORDER BY article_id, report_id
ON CONFLICT (report_id) DO UPDATE
SET rank = excluded.rank, realis = excluded.realis, plover_root = excluded.plover_root, plover_mode = excluded.plover_mode,
    acled_event_type = excluded.acled_event_type, acled_sub_event_type = excluded.acled_sub_event_type,
    event_start_date = excluded.event_start_date, event_end_date = excluded.event_end_date,
    date_precision = excluded.date_precision, place_id = excluded.place_id, place_name = excluded.place_name,
    admin1_pcode = excluded.admin1_pcode, country = excluded.country, lat = excluded.lat, lon = excluded.lon,
    place_precision = excluded.place_precision, place_start = excluded.place_start, place_end = excluded.place_end,
    place_null_reason = excluded.place_null_reason, claimed_by_name = excluded.claimed_by_name,
    claimed_by_status = excluded.claimed_by_status, coder_version = excluded.coder_version
WHERE (r.rank, r.realis, r.plover_root, r.plover_mode, r.acled_event_type, r.acled_sub_event_type, r.event_start_date,
       r.event_end_date, r.date_precision, r.place_id, r.place_name, r.admin1_pcode, r.country, r.lat, r.lon, r.place_precision,
       r.place_start, r.place_end, r.place_null_reason, r.claimed_by_name, r.claimed_by_status, r.coder_version)
      IS DISTINCT FROM
      (excluded.rank, excluded.realis, excluded.plover_root, excluded.plover_mode, excluded.acled_event_type,
       excluded.acled_sub_event_type, excluded.event_start_date, excluded.event_end_date, excluded.date_precision,
       excluded.place_id, excluded.place_name, excluded.admin1_pcode, excluded.country, excluded.lat, excluded.lon,
       excluded.place_precision, excluded.place_start, excluded.place_end, excluded.place_null_reason,
       excluded.claimed_by_name, excluded.claimed_by_status, excluded.coder_version);
