-- Purpose: the day before, where half of its articles took more than an hour from first sight to the marts.
-- Grain: one day.
-- Parameters: now
SELECT arrival_date::text AS row_key, round(first_sight_p50_seconds::numeric) || ' s' AS observed, article_count || ' articles' AS headline
FROM mart.daily_lag
WHERE arrival_date = (%(now)s::timestamptz AT TIME ZONE 'UTC')::date - 1 AND first_sight_p50_seconds > 3600 AND article_count >= 10;
