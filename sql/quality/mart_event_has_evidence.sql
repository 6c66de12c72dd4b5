-- Purpose: events without any row in mart.event_article.
-- Grain: one event.
-- Parameters: none
SELECT e.event_id AS row_key, e.report_count || ' reports' AS observed,
       coalesce(e.acled_sub_event_type, e.plover_root) || coalesce(' in ' || e.place_name, '') AS headline
FROM core.event e
WHERE NOT EXISTS (SELECT FROM mart.event_article a WHERE a.event_id = e.event_id)
ORDER BY 1;
