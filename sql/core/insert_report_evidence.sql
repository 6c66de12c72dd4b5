-- Purpose: the parts of this work's reports.
-- Grain: one piece of evidence.
-- Parameters: work_key
INSERT INTO core.report_evidence (report_id, position, span_start, span_end, quote)
SELECT r.report_id, (item.number - 1)::smallint, part."start", part."end", part.quote
FROM raw.derived_report n
JOIN core.report r USING (report_id)
CROSS JOIN LATERAL jsonb_array_elements(n.evidence) WITH ORDINALITY AS item (value, number)
CROSS JOIN LATERAL jsonb_to_record(item.value) AS part ("start" integer, "end" integer, quote text)
WHERE n.work_key = %(work_key)s AND NOT n.is_rejected
ORDER BY r.report_id, item.number;
