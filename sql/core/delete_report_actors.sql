-- Purpose: the parts of this work's reports, before they are written anew.
-- Grain: one actor of one report.
-- Parameters: work_key
DELETE FROM core.report_actor
WHERE report_id IN (SELECT report_id FROM raw.derived_report WHERE work_key = %(work_key)s);
