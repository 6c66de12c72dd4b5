-- Purpose: what operators ruled.
-- Grain: one report that a ruling names.
-- Parameters: none
SELECT u.ruling_id, u.kind, u.made_at, u.made_by, u.note, a.report_id, a.is_apart, a.article_id, a.type_family, a.day
FROM core.event_ruling u
JOIN core.event_ruling_anchor a USING (ruling_id)
ORDER BY u.made_at, u.ruling_id, a.report_id;
