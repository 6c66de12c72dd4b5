-- Purpose: how the checks went, for an overview.
-- Grain: one suite on one UTC day.
-- Parameters: since (date): the first day
SELECT suite, (checked_at AT TIME ZONE 'UTC')::date AS check_date, count(DISTINCT expectation) AS expectation_count,
       count(DISTINCT expectation) FILTER (WHERE NOT is_met AND severity = 'critical') AS critical_count,
       count(DISTINCT expectation) FILTER (WHERE NOT is_met AND severity = 'warning') AS warning_count,
       sum(unexpected_count) FILTER (WHERE severity = 'critical') AS failed_row_count
FROM quality.check_result
WHERE checked_at >= %(since)s
GROUP BY 1, 2
ORDER BY 1, 2;
