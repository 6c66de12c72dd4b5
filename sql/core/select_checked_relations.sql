-- Purpose: the tables of core and the tables and views of mart whose content depends on what was reported alone, not on the clock.
-- Grain: one relation.
-- Parameters: none
SELECT n.nspname AS schema_name, c.relname AS relation_name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'mart') AND c.relkind IN ('r', 'v') AND (n.nspname, c.relname) <> ('mart', 'feed_health')
ORDER BY 1, 2;
