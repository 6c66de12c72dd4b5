-- Purpose: how many reports of a piece of work passed the checks.
-- Grain: one row.
-- Parameters: work_key
SELECT count(*) AS reports FROM raw.derived_report WHERE work_key = %(work_key)s AND NOT is_rejected;
