-- Purpose: events that do not rest on as many reports as they say.
-- Grain: one event.
-- Parameters: none
SELECT e.event_id AS row_key, e.report_count || ' said, ' || count(l.report_id) || ' linked' AS observed,
       coalesce(e.acled_sub_event_type, e.plover_root) || coalesce(' in ' || e.place_name, '') AS headline
FROM core.event e
LEFT JOIN core.event_report l USING (event_id)
GROUP BY e.event_id
HAVING count(l.report_id) = 0 OR count(l.report_id) <> e.report_count
ORDER BY 1;
