-- Purpose: the figures at the head of the daily report.
-- Grain: one row.
-- Parameters: since, until (dates, both included)
SELECT coalesce(sum(event_count), 0)::bigint AS event_count, sum(killed_low)::bigint AS killed_low, sum(killed_best)::bigint AS killed_best,
       sum(killed_high)::bigint AS killed_high, sum(injured_best)::bigint AS injured_best,
       coalesce(sum(corroborated_count), 0)::bigint AS corroborated_count, coalesce(sum(contested_count), 0)::bigint AS contested_count
FROM mart.daily_event
WHERE event_date BETWEEN %(since)s AND %(until)s;
