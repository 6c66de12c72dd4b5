-- Purpose: reports of this work's article versions that the coder does not make any more, or that a check now rejects.
-- Grain: one report.
-- Parameters: work_key
DELETE FROM core.report r
USING raw.derived_article d
WHERE d.work_key = %(work_key)s AND d.outcome = 'loaded' AND (d.article_id, d.content_hash) = (r.article_id, r.content_hash)
  AND NOT EXISTS (
        SELECT FROM raw.derived_report k
        WHERE k.work_key = d.work_key AND k.report_id = r.report_id AND NOT k.is_rejected);
