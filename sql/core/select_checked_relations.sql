-- Purpose: the tables of core and the tables and views of mart whose content depends on what was reported alone. Left out is what the
--          clock writes: when events were revised, when articles arrived, how feeds are, and the views of these.
-- Grain: one relation.
-- Parameters: none
SELECT n.nspname AS schema_name, c.relname AS relation_name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'mart') AND c.relkind IN ('r', 'v')
  AND (n.nspname, c.relname) NOT IN (
        ('core', 'event_revision'), ('core', 'article_arrival'), ('mart', 'feed_health'), ('mart', 'event_revision'),
        ('mart', 'event_change'), ('mart', 'daily_change'), ('mart', 'daily_lag'))
ORDER BY 1, 2;
