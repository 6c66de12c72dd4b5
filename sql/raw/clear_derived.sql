-- Purpose: forget what an earlier attempt at this work left on its way (reports follow by cascade).
-- Grain: one piece of work.
-- Parameters: work_key
DELETE FROM raw.derived_article WHERE work_key = %(work_key)s;
