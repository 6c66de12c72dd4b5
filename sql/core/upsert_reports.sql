-- Purpose: the reports of a piece of work.
-- Grain: one report.
-- Parameters: work_key
INSERT INTO core.report AS r (
    report_id, article_id, content_hash, rank, realis, plover_root, plover_mode, acled_event_type, acled_sub_event_type,
    event_start_date, event_end_date, date_precision, place_id, place_name, admin1_pcode, country, lat, lon, place_precision,
    place_start, place_end, place_null_reason, claimed_by_name, claimed_by_status, coder_version)
SELECT n.report_id, n.article_id, n.content_hash, n.rank, n.realis, n.plover_root, n.plover_mode, n.acled_event_type,
       n.acled_sub_event_type, n.event_start_date, n.event_end_date, n.date_precision, n.place_id, n.place_name, n.admin1_pcode,
       n.country, n.lat, n.lon, n.place_precision, n.place_start, n.place_end, n.place_null_reason, n.claimed_by_name,
       n.claimed_by_status, n.coder_version
FROM raw.derived_report n
JOIN raw.derived_article d USING (work_key, entry_id, entry_version)
WHERE n.work_key = %(work_key)s AND NOT n.is_rejected AND d.outcome = 'loaded'
ORDER BY n.report_id
ON CONFLICT (report_id) DO UPDATE
SET rank = excluded.rank, realis = excluded.realis, plover_mode = excluded.plover_mode, event_start_date = excluded.event_start_date,
    event_end_date = excluded.event_end_date, date_precision = excluded.date_precision, place_id = excluded.place_id,
    place_name = excluded.place_name, admin1_pcode = excluded.admin1_pcode, country = excluded.country, lat = excluded.lat,
    lon = excluded.lon, place_precision = excluded.place_precision, place_start = excluded.place_start, place_end = excluded.place_end,
    place_null_reason = excluded.place_null_reason, claimed_by_name = excluded.claimed_by_name,
    claimed_by_status = excluded.claimed_by_status, coder_version = excluded.coder_version,
    plover_root = excluded.plover_root, acled_event_type = excluded.acled_event_type,
    acled_sub_event_type = excluded.acled_sub_event_type;
