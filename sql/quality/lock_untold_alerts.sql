-- Purpose: alerts that somebody was not told of yet; those that another process is telling of right now are left to it.
-- Grain: one alert.
-- Parameters: none
SELECT alert_id, kind, subject, message, repetitions, first_at, last_at, told_at, cleared_at, untold
FROM quality.alert
WHERE untold <> '{}'
ORDER BY alert_id
FOR UPDATE SKIP LOCKED;
