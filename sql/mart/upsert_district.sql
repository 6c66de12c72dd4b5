-- Purpose: one district.
-- Grain: one district.
-- Parameters: admin2_pcode, admin1_pcode, name_en, name_ar
INSERT INTO mart.dim_district (admin2_pcode, admin1_pcode, name_en, name_ar)
VALUES (%(admin2_pcode)s, %(admin1_pcode)s, %(name_en)s, %(name_ar)s)
ON CONFLICT (admin2_pcode) DO UPDATE
SET admin1_pcode = excluded.admin1_pcode, name_en = excluded.name_en, name_ar = excluded.name_ar;
