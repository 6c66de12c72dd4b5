-- Purpose: events of a span of days with what any layout wants to know: the flat event, codes of its type, its actors in order, its sources.
-- Grain: one event.
-- Parameters: first_day, last_day (date): of the event's first day; null is open, and then events without a day come last
SELECT e.*, t.disorder_type, t.quad_class, t.cameo_root, t.goldstein_score, p.district, f.article_count,
       (SELECT string_agg(a.group_code, '|' ORDER BY a.position) FROM mart.bridge_event_actor a
        WHERE a.event_id = e.event_id AND a.role = 'actor1') AS actor1_codes,
       (SELECT string_agg(a.group_code, '|' ORDER BY a.position) FROM mart.bridge_event_actor a
        WHERE a.event_id = e.event_id AND a.role = 'actor2') AS actor2_codes,
       (SELECT string_agg(DISTINCT s.name, '; ') FROM mart.bridge_event_report b JOIN mart.dim_source s USING (source_code)
        WHERE b.event_id = e.event_id) AS source_names,
       (SELECT string_agg(DISTINCT s.scope, '|') FROM mart.bridge_event_report b JOIN mart.dim_source s USING (source_code)
        WHERE b.event_id = e.event_id) AS source_scopes
FROM mart.event e
JOIN mart.fact_event f USING (event_id)
LEFT JOIN mart.dim_event_type t ON t.event_type_code = e.event_type_code
LEFT JOIN mart.dim_place p ON p.place_id = e.place_id
WHERE (%(first_day)s::date IS NULL OR e.event_start_date >= %(first_day)s::date)
  AND (%(last_day)s::date IS NULL OR e.event_start_date <= %(last_day)s::date)
ORDER BY e.event_start_date NULLS LAST, e.event_id;
