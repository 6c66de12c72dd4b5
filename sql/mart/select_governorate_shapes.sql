-- Purpose: the shapes of the governorates, to be drawn.
-- Grain: one governorate.
-- Parameters: none
SELECT g.admin1_pcode, g.name_en, g.name_ar, s.geojson, s.attribution
FROM mart.dim_governorate g
JOIN mart.geo_governorate s USING (admin1_pcode)
ORDER BY g.admin1_pcode;
