-- Purpose: the parts of this work's reports, before they are written anew.
-- Grain: one piece of evidence.
-- Parameters: work_key
DELETE FROM core.report_evidence
WHERE report_id IN (SELECT report_id FROM raw.derived_report WHERE work_key = %(work_key)s);
