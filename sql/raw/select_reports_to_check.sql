-- Purpose: the reports of a piece of work, as the suite of reports checks them.
-- Grain: one report.
-- Parameters: work_key
SELECT r.report_id AS row_key, r.entry_id, r.entry_version, v.batch_id, r.report_id, r.article_id, r.rank, r.realis, r.plover_root,
       r.plover_mode, r.acled_event_type, r.acled_sub_event_type, r.event_start_date, r.event_end_date, r.date_precision,
       r.place_name, r.admin1_pcode, r.country, r.lat, r.lon, r.place_precision, r.place_start, r.place_end, r.place_null_reason, r.claimed_by_name,
       r.claimed_by_status,
       r.evidence, r.actors, r.casualties, d.title || E'\n' || d.body AS full_text, d.published_at, v.seen_at,
       t.event_type_code IS NOT NULL AS type_is_known, g.geojson AS governorate_geojson
FROM raw.derived_report r
JOIN raw.derived_article d USING (work_key, entry_id, entry_version)
JOIN raw.entry_version v ON (v.entry_id, v.version) = (r.entry_id, r.entry_version)
LEFT JOIN mart.dim_event_type t ON t.event_type_code = coalesce(r.acled_sub_event_type, r.plover_root)
LEFT JOIN mart.geo_governorate g ON g.admin1_pcode = r.admin1_pcode
WHERE r.work_key = %(work_key)s AND d.outcome = 'loaded'
ORDER BY 1;
