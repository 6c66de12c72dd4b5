-- Purpose: who is said to do what, for the daily report.
-- Grain: one group and type of event.
-- Parameters: since, until (dates, both included)
SELECT actor1_name, event_type, count(DISTINCT event_id) AS event_count
FROM mart.event_dyad
WHERE event_date BETWEEN %(since)s AND %(until)s
GROUP BY 1, 2
ORDER BY 1, 2;
