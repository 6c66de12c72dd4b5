-- Purpose: turn reports on their way into core back; their articles stay.
-- Grain: one report.
-- Parameters: work_key, report_ids (text[])
UPDATE raw.derived_report SET is_rejected = true WHERE work_key = %(work_key)s AND report_id = ANY (%(report_ids)s);
