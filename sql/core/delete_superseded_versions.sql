-- Purpose: wordings that this work's entry versions used to yield and yield no more: better code reads them otherwise, or they
--          are now rejected, irrelevant or a duplicate. Their reports follow by cascade.
-- Grain: one article version.
-- Parameters: work_key
DELETE FROM core.article_version v
USING raw.derived_article d
WHERE d.work_key = %(work_key)s AND (d.entry_id, d.entry_version) = (v.entry_id, v.entry_version)
  AND d.outcome <> 'pending'
  AND NOT EXISTS (
        SELECT FROM raw.derived_article k
        WHERE k.work_key = d.work_key AND k.outcome = 'loaded' AND (k.article_id, k.content_hash) = (v.article_id, v.content_hash));
