-- Purpose: rejected rows for a list.
-- Grain: one rejected row.
-- Parameters: suite (text or null: all), limit
SELECT rejected_id, suite, expectation, observed, rejected_at, coalesce(rejected_row ->> 'title', rejected_row ->> 'row_key') AS headline
FROM quality.rejected_row
WHERE suite = %(suite)s OR %(suite)s::text IS NULL
ORDER BY rejected_at DESC, rejected_id DESC
LIMIT %(limit)s;
