-- Purpose: forget what an earlier attempt at this work left on its way, articles and reports.
-- Grain: one piece of work.
-- Parameters: work_key
WITH reports AS (
    DELETE FROM raw.derived_report WHERE work_key = %(work_key)s
)
DELETE FROM raw.derived_article WHERE work_key = %(work_key)s;
