-- Purpose: rows that mart.summary_dyad_month lacks or has too many, or has otherwise than core.dyad_month says.
-- Grain: one row that differs, with the side that it stands on.
-- Parameters: none
WITH missing AS (
    SELECT * FROM core.dyad_month EXCEPT SELECT * FROM mart.summary_dyad_month
), stale AS (
    SELECT * FROM mart.summary_dyad_month EXCEPT SELECT * FROM core.dyad_month
)
SELECT month_date::text AS row_key, 'should be ' || to_jsonb(m)::text AS observed, 'summary of ' || month_date AS headline FROM missing m
UNION ALL
SELECT month_date::text, 'stands there ' || to_jsonb(s)::text, 'summary of ' || month_date FROM stale s
ORDER BY 1, 2;
