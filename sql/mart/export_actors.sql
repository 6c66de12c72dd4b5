-- Purpose: names and ACLED interaction codes of actor groups.
-- Grain: one actor group.
-- Parameters: none
SELECT group_code, name_en, acled_inter FROM mart.dim_actor;
