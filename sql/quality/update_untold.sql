-- Purpose: note who still has to be told of an alert.
-- Grain: one alert.
-- Parameters: alert_id, untold (text[])
UPDATE quality.alert SET untold = %(untold)s::text[] WHERE alert_id = %(alert_id)s;
