-- Purpose: the rows that failed one expectation, of one day or of all, latest first.
-- Grain: one row in one piece of work.
-- Parameters: suite, expectation, check_date (date or null: all), limit
SELECT f.work_key, f.row_key, f.observed, f.headline, r.checked_at, r.notes, r.remedy, r.severity, q.rejected_id
FROM quality.check_failure f
JOIN quality.check_result r USING (work_key, suite, expectation)
LEFT JOIN quality.rejected_row q ON (q.suite, q.row_key, q.expectation) = (f.suite, f.row_key, f.expectation)
WHERE f.suite = %(suite)s AND f.expectation = %(expectation)s AND (r.day = %(check_date)s OR %(check_date)s::date IS NULL)
ORDER BY r.checked_at DESC, f.work_key, f.position
LIMIT %(limit)s;
