-- Purpose: forget results of checks.
-- Grain: one expectation on one piece of work.
-- Parameters: before (timestamptz)
DELETE FROM quality.check_result WHERE checked_at < %(before)s;
