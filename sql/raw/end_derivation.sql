-- Purpose: the work is in core; nobody owns it any more.
-- Grain: one piece of work.
-- Parameters: work_key
DELETE FROM raw.derivation WHERE work_key = %(work_key)s;
