-- Purpose: rows that mart.summary_dyad_day lacks or has too many, or has otherwise than core.dyad_day says.
-- Grain: one row that differs, with the side that it stands on.
-- Parameters: none
WITH missing AS (
    SELECT * FROM core.dyad_day EXCEPT SELECT * FROM mart.summary_dyad_day
), stale AS (
    SELECT * FROM mart.summary_dyad_day EXCEPT SELECT * FROM core.dyad_day
)
SELECT event_date::text AS row_key, 'should be ' || to_jsonb(m)::text AS observed, 'summary of ' || event_date AS headline FROM missing m
UNION ALL
SELECT event_date::text, 'stands there ' || to_jsonb(s)::text, 'summary of ' || event_date FROM stale s
ORDER BY 1, 2;
