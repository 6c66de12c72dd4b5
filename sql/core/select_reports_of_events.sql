-- Purpose: the reports of events, with all their parts.
-- Grain: one report.
-- Parameters: event_ids (text[])
SELECT r.*
FROM core.event_report l
JOIN core.linkable_report r USING (report_id)
WHERE l.event_id = ANY (%(event_ids)s)
ORDER BY r.report_id;
