-- Purpose: forget the reports that an earlier attempt at coding this work left.
-- Grain: one piece of work.
-- Parameters: work_key
DELETE FROM raw.derived_report WHERE work_key = %(work_key)s;
