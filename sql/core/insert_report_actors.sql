-- Purpose: the parts of this work's reports.
-- Grain: one actor of one report.
-- Parameters: work_key
INSERT INTO core.report_actor (report_id, position, role, name, group_code, span_start, span_end)
SELECT r.report_id, (item.number - 1)::smallint, part.role, part.name, part."group", part."start", part."end"
FROM raw.derived_report n
JOIN core.report r USING (report_id)
CROSS JOIN LATERAL jsonb_array_elements(n.actors) WITH ORDINALITY AS item (value, number)
CROSS JOIN LATERAL jsonb_to_record(item.value) AS part (role text, name text, "group" text, "start" integer, "end" integer)
WHERE n.work_key = %(work_key)s AND NOT n.is_rejected
ORDER BY r.report_id, item.number;
