-- Purpose: events that mart.event or mart.fact_event does not hold exactly once.
-- Grain: one event.
-- Parameters: none
WITH held AS (
    SELECT event_id, 'mart.event' AS relation, count(*) AS rows FROM mart.event GROUP BY 1
    UNION ALL
    SELECT event_id, 'mart.fact_event', count(*) FROM mart.fact_event GROUP BY 1
)
SELECT e.event_id || '/' || r.relation AS row_key, coalesce(h.rows, 0) || ' rows in ' || r.relation AS observed,
       coalesce(e.acled_sub_event_type, e.plover_root) || coalesce(' in ' || e.place_name, '') AS headline
FROM core.event e
CROSS JOIN (VALUES ('mart.event'), ('mart.fact_event')) r (relation)
LEFT JOIN held h ON h.event_id = e.event_id AND h.relation = r.relation
WHERE h.rows IS DISTINCT FROM 1
ORDER BY 1;
