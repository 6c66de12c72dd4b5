-- Purpose: an alert that was seen again or is over.
-- Grain: one alert.
-- Parameters: as the columns of quality.alert; untold null: nothing new to tell
UPDATE quality.alert
SET message = %(message)s, repetitions = %(repetitions)s, last_at = %(last_at)s, told_at = %(told_at)s, cleared_at = %(cleared_at)s,
    untold = coalesce(%(untold)s::text[], untold)
WHERE alert_id = %(alert_id)s;
