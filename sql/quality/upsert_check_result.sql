-- Purpose: the result of one expectation on one piece of work.
-- Grain: one expectation.
-- Parameters: as the columns of quality.check_result, without checked_at
INSERT INTO quality.check_result (work_key, suite, expectation, severity, is_met, evaluated_count, unexpected_count, notes, day, remedy,
                                  observed)
VALUES (%(work_key)s, %(suite)s, %(expectation)s, %(severity)s, %(is_met)s, %(evaluated_count)s, %(unexpected_count)s, %(notes)s,
        %(day)s, %(remedy)s, %(observed)s)
ON CONFLICT (work_key, suite, expectation) DO UPDATE
SET severity = excluded.severity, is_met = excluded.is_met, evaluated_count = excluded.evaluated_count,
    unexpected_count = excluded.unexpected_count, notes = excluded.notes, day = excluded.day, remedy = excluded.remedy,
    observed = excluded.observed, checked_at = now();
