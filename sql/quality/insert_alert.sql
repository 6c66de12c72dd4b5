-- Purpose: raise an alert; where another process just did, count it there.
-- Grain: one alert.
-- Parameters: as the columns of quality.alert; alert_id is not used
INSERT INTO quality.alert AS a (kind, subject, message, repetitions, first_at, last_at, told_at, cleared_at, untold)
VALUES (%(kind)s, %(subject)s, %(message)s, %(repetitions)s, %(first_at)s, %(last_at)s, %(told_at)s, %(cleared_at)s,
        coalesce(%(untold)s::text[], '{}'))
ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO UPDATE
SET repetitions = a.repetitions + 1, last_at = excluded.last_at, message = excluded.message;
