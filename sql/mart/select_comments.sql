-- Purpose: what the schema says about itself: every relation with its comment, and its columns with types and comments.
-- Grain: one column.
-- Parameters: none
SELECT n.nspname AS schema_name, c.relname AS relation_name, CASE c.relkind WHEN 'r' THEN 'table' ELSE 'view' END AS kind,
       obj_description(c.oid) AS relation_comment, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS column_type,
       col_description(c.oid, a.attnum) AS column_comment
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname IN ('mart', 'core', 'quality', 'raw') AND c.relkind IN ('r', 'v')
ORDER BY array_position(ARRAY['mart', 'core', 'quality', 'raw']::name[], n.nspname), c.relname, a.attnum;
