-- Purpose: the results of expectations, of one day, suite or piece of work; those not met first.
-- Grain: one expectation of one suite.
-- Parameters: work_key, suite (text or null: all); check_date (date or null: all)
SELECT suite, expectation, severity, notes, bool_and(is_met) AS is_met, count(*) AS work_count,
       sum(evaluated_count) AS evaluated_count, sum(unexpected_count) AS unexpected_count, max(checked_at) AS checked_at
FROM quality.check_result
WHERE (work_key = %(work_key)s OR %(work_key)s::text IS NULL)
  AND (suite = %(suite)s OR %(suite)s::text IS NULL)
  AND (%(check_date)s::date IS NULL
       OR (checked_at >= %(check_date)s::date AND checked_at < %(check_date)s::date + 1))
GROUP BY suite, expectation, severity, notes
ORDER BY bool_and(is_met), array_position(ARRAY['critical', 'warning', 'info'], severity), suite, expectation;
