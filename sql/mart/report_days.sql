-- Purpose: events and tolls over time, for the daily report.
-- Grain: one day and type of event.
-- Parameters: since, until (dates, both included)
SELECT event_date, coalesce(acled_event_type, initcap(event_type_code)) AS event_type, sum(event_count)::bigint AS event_count,
       sum(killed_low)::bigint AS killed_low, sum(killed_best)::bigint AS killed_best, sum(killed_high)::bigint AS killed_high
FROM mart.daily_event
WHERE event_date BETWEEN %(since)s AND %(until)s
GROUP BY 1, 2
ORDER BY 1, 2;
