-- Purpose: one actor group with the name to show.
-- Grain: one actor group.
-- Parameters: group_code, name_en, is_state, is_armed, acled_inter
INSERT INTO mart.dim_actor (group_code, name_en, is_state, is_armed, acled_inter)
VALUES (%(group_code)s, %(name_en)s, %(is_state)s, %(is_armed)s, %(acled_inter)s)
ON CONFLICT (group_code) DO UPDATE
SET name_en = excluded.name_en, is_state = excluded.is_state, is_armed = excluded.is_armed, acled_inter = excluded.acled_inter;
