-- Purpose: turn a report on its way into core back; its article stays.
-- Grain: one report.
-- Parameters: work_key, report_id
UPDATE raw.derived_report SET is_rejected = true WHERE work_key = %(work_key)s AND report_id = %(report_id)s;
