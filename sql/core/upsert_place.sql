-- Purpose: a place of the gazetteer that a report names.
-- Grain: one place.
-- Parameters: as the columns of core.place
INSERT INTO core.place AS p (place_id, name, name_ar, kind, admin1_pcode, admin2_pcode, country, lat, lon)
VALUES (%(place_id)s, %(name)s, %(name_ar)s, %(kind)s, %(admin1_pcode)s, %(admin2_pcode)s, %(country)s, %(lat)s, %(lon)s)
ON CONFLICT (place_id) DO UPDATE
SET name = excluded.name, name_ar = excluded.name_ar, kind = excluded.kind, admin1_pcode = excluded.admin1_pcode,
    admin2_pcode = excluded.admin2_pcode, country = excluded.country, lat = excluded.lat, lon = excluded.lon
WHERE (p.name, p.name_ar, p.kind, p.admin1_pcode, p.admin2_pcode, p.country, p.lat, p.lon) IS DISTINCT FROM
      (excluded.name, excluded.name_ar, excluded.kind, excluded.admin1_pcode, excluded.admin2_pcode, excluded.country,
       excluded.lat, excluded.lon);
