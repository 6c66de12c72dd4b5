-- Purpose: the latest events of a period, perhaps of one governorate, for people.
-- Grain: one event.
-- Parameters: since (date or null: all, undated ones too), admin1_pcode (text or null: all), limit
WITH chosen AS MATERIALIZED (
    SELECT event_id FROM mart.fact_event
    WHERE (event_start_date >= %(since)s OR %(since)s::date IS NULL)
      AND (admin1_pcode = %(admin1_pcode)s OR %(admin1_pcode)s::text IS NULL)
    ORDER BY event_start_date DESC NULLS LAST, last_reported_at DESC NULLS LAST, event_id
    LIMIT %(limit)s
)
SELECT e.*
FROM chosen
JOIN mart.event e USING (event_id)
ORDER BY e.event_start_date DESC NULLS LAST, e.last_reported_at DESC NULLS LAST, e.event_id;
