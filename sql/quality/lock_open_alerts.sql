-- Purpose: the alerts that last, locked until the end of the transaction so that two looks do not count the same twice.
-- Grain: one alert.
-- Parameters: kinds (text[])
SELECT alert_id, kind, subject, message, repetitions, first_at, last_at, told_at, cleared_at
FROM quality.alert
WHERE cleared_at IS NULL AND kind = ANY (%(kinds)s)
ORDER BY alert_id
FOR UPDATE;
