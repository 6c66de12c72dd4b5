-- Purpose: the reports of an event with article and words, and why each was linked.
-- Grain: one report.
-- Parameters: event_id
SELECT a.report_id, a.source_name, a.published_at, a.title, a.url, a.quote, b.score, b.reasons, b.is_copy
FROM mart.event_article a
JOIN mart.bridge_event_report b USING (event_id, report_id)
WHERE a.event_id = %(event_id)s AND a.evidence_position = 0
ORDER BY a.published_at NULLS LAST, a.report_id;
