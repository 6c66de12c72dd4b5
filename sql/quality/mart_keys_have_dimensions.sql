-- Purpose: keys of facts that their dimension does not have.
-- Grain: one key of one dimension.
-- Parameters: none
SELECT 'dim_event_type/' || f.event_type_code AS row_key, count(*) || ' events' AS observed, 'type ' || f.event_type_code AS headline
FROM mart.fact_event f
WHERE NOT EXISTS (SELECT FROM mart.dim_event_type d WHERE d.event_type_code = f.event_type_code)
GROUP BY f.event_type_code
UNION ALL
SELECT 'dim_governorate/' || f.admin1_pcode, count(*) || ' events', 'governorate ' || f.admin1_pcode
FROM mart.fact_event f
WHERE f.admin1_pcode IS NOT NULL AND NOT EXISTS (SELECT FROM mart.dim_governorate d WHERE d.admin1_pcode = f.admin1_pcode)
GROUP BY f.admin1_pcode
UNION ALL
SELECT 'dim_place/' || f.place_id, count(*) || ' events', 'place ' || f.place_id
FROM mart.fact_event f
WHERE f.place_id IS NOT NULL AND NOT EXISTS (SELECT FROM mart.dim_place d WHERE d.place_id = f.place_id)
GROUP BY f.place_id
UNION ALL
SELECT 'dim_actor/' || b.group_code, count(*) || ' events', 'group ' || b.group_code
FROM mart.bridge_event_actor b
WHERE NOT EXISTS (SELECT FROM mart.dim_actor d WHERE d.group_code = b.group_code)
GROUP BY b.group_code
UNION ALL
SELECT 'dim_source/' || f.source_code, count(*) || ' reports', 'source ' || f.source_code
FROM mart.fact_report f
WHERE NOT EXISTS (SELECT FROM mart.dim_source d WHERE d.source_code = f.source_code)
GROUP BY f.source_code
ORDER BY 1;
