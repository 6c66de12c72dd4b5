-- Purpose: how many events of a period lie in each governorate, for a map; null outside of any.
-- Grain: one governorate with events.
-- Parameters: since (date or null: all, undated ones too)
SELECT admin1_pcode, count(*) AS event_count, sum(killed_best) AS killed_best
FROM mart.fact_event
WHERE event_start_date >= %(since)s OR %(since)s::date IS NULL
GROUP BY admin1_pcode;
