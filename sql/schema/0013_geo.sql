-- Shapes for maps, as text, so that no extension is needed and any tool can draw them without the network.

CREATE TABLE mart.geo_governorate (
    admin1_pcode text PRIMARY KEY REFERENCES mart.dim_governorate,
    geojson      text NOT NULL,
    attribution  text NOT NULL
);
COMMENT ON TABLE mart.geo_governorate IS 'Grain: the shape of one governorate. The UNDOF zone on the Golan belongs to none.';
COMMENT ON COLUMN mart.geo_governorate.admin1_pcode IS 'Key of dim_governorate.';
COMMENT ON COLUMN mart.geo_governorate.geojson IS 'GeoJSON geometry, WGS 84, rounded to 0.001 degrees.';
COMMENT ON COLUMN mart.geo_governorate.attribution IS 'What a map has to say: Natural Earth; boundaries imply no endorsement.';

CREATE VIEW mart.governorate_map AS
SELECT g.admin1_pcode, g.iso_code, g.name_en, g.name_ar,
       json_build_object('type', 'Feature', 'id', g.iso_code,
                         'properties', json_build_object('name', g.name_en, 'name_ar', g.name_ar, 'admin1_pcode', g.admin1_pcode),
                         'geometry', s.geojson::json)::text AS feature,
       s.attribution
FROM mart.dim_governorate g
JOIN mart.geo_governorate s USING (admin1_pcode);
COMMENT ON VIEW mart.governorate_map IS 'Grain: one governorate as a GeoJSON feature, ready to be drawn.';
COMMENT ON COLUMN mart.governorate_map.admin1_pcode IS 'OCHA P-code.';
COMMENT ON COLUMN mart.governorate_map.iso_code IS 'ISO 3166-2; the id of the feature.';
COMMENT ON COLUMN mart.governorate_map.name_en IS 'English name.';
COMMENT ON COLUMN mart.governorate_map.name_ar IS 'Arabic name.';
COMMENT ON COLUMN mart.governorate_map.feature IS 'GeoJSON feature with names as properties.';
COMMENT ON COLUMN mart.governorate_map.attribution IS 'What a map has to say.';
