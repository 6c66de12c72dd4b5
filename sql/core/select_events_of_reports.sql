-- Purpose: the events that reports tell.
-- Grain: one event.
-- Parameters: report_ids (text[])
SELECT DISTINCT event_id FROM core.event_report WHERE report_id = ANY (%(report_ids)s) ORDER BY event_id;
