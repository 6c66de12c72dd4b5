-- Purpose: who is said to do it to whom, for the daily report.
-- Grain: one pair of groups.
-- Parameters: since, until (dates, both included), limit
SELECT actor1_name, actor2_name, count(DISTINCT event_id) AS event_count, sum(killed_low)::bigint AS killed_low,
       sum(killed_best)::bigint AS killed_best, sum(killed_high)::bigint AS killed_high
FROM mart.event_dyad
WHERE event_date BETWEEN %(since)s AND %(until)s
GROUP BY 1, 2
ORDER BY 3 DESC, 1, 2
LIMIT %(limit)s;
