-- Purpose: the columns of mart.event and their types, as the plain layouts have them.
-- Grain: one column.
-- Parameters: none
SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS kind
FROM pg_attribute a
WHERE a.attrelid = 'mart.event'::regclass AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum;
