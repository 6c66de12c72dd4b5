-- Purpose: the parts of this work's reports.
-- Grain: one toll as one report states it.
-- Parameters: work_key
INSERT INTO core.casualty_claim (report_id, position, kind, victims, low, best, high, is_cumulative, claimed_by, span_start, span_end)
SELECT r.report_id, (item.number - 1)::smallint, part.kind, part.victims, part.low, part.best, part.high, part.cumulative, part.claimed_by, part."start", part."end"
FROM raw.derived_report n
JOIN core.report r USING (report_id)
CROSS JOIN LATERAL jsonb_array_elements(n.casualties) WITH ORDINALITY AS item (value, number)
CROSS JOIN LATERAL jsonb_to_record(item.value) AS part (kind text, victims text, low integer, best integer, high integer, cumulative boolean, claimed_by text, "start" integer, "end" integer)
WHERE n.work_key = %(work_key)s AND NOT n.is_rejected
ORDER BY r.report_id, item.number;
