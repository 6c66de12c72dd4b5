-- Purpose: the shape of one governorate.
-- Grain: one governorate.
-- Parameters: iso_code, geojson, attribution
INSERT INTO mart.geo_governorate AS s (admin1_pcode, geojson, attribution)
SELECT admin1_pcode, %(geojson)s, %(attribution)s FROM mart.dim_governorate WHERE iso_code = %(iso_code)s
ON CONFLICT (admin1_pcode) DO UPDATE SET geojson = excluded.geojson, attribution = excluded.attribution;
