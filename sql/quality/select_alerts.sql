-- Purpose: alerts for a list: those that last first, then the latest.
-- Grain: one alert.
-- Parameters: is_open (boolean or null: all), limit
SELECT alert_id, kind, subject, message, repetitions, first_at, last_at, cleared_at, untold
FROM quality.alert
WHERE (cleared_at IS NULL) = %(is_open)s OR %(is_open)s::boolean IS NULL
ORDER BY cleared_at IS NOT NULL, last_at DESC, alert_id DESC
LIMIT %(limit)s;
