-- Purpose: events and tolls by type, for the daily report.
-- Grain: one type of event.
-- Parameters: since, until (dates, both included)
SELECT coalesce(acled_event_type, initcap(event_type_code)) AS event_type, sum(event_count)::bigint AS event_count,
       sum(killed_low)::bigint AS killed_low, sum(killed_best)::bigint AS killed_best, sum(killed_high)::bigint AS killed_high,
       sum(injured_best)::bigint AS injured_best
FROM mart.daily_event
WHERE event_date BETWEEN %(since)s AND %(until)s
GROUP BY 1
ORDER BY 2 DESC, 1;
