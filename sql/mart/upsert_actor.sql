-- Purpose: one actor group with the name to show.
-- Grain: one actor group.
-- Parameters: group_code, name_en
INSERT INTO mart.dim_actor (group_code, name_en) VALUES (%(group_code)s, %(name_en)s)
ON CONFLICT (group_code) DO UPDATE SET name_en = excluded.name_en;
