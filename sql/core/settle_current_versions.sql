-- Purpose: of each article of this work, the wording of the latest entry version is current.
-- Grain: one article version.
-- Parameters: work_key, is_current (boolean): called with false, then with true, so that no article has two current wordings at any moment
UPDATE core.article_version v SET is_current = %(is_current)s
FROM (
    SELECT DISTINCT ON (w.article_id) w.article_id, w.content_hash
    FROM core.article_version w
    JOIN core.article a USING (article_id)
    WHERE a.entry_id IN (SELECT entry_id FROM raw.derived_article WHERE work_key = %(work_key)s)
    ORDER BY w.article_id, w.entry_version DESC, w.content_hash
) latest
WHERE v.article_id = latest.article_id AND (v.content_hash = latest.content_hash) = %(is_current)s
  AND v.is_current <> %(is_current)s;
