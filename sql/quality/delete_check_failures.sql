-- Purpose: forget which rows failed the last time that a piece of work was checked against a suite.
-- Grain: one failed row.
-- Parameters: work_key, suite
DELETE FROM quality.check_failure WHERE work_key = %(work_key)s AND suite = %(suite)s;
