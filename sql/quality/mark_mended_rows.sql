-- Purpose: rejections of this work's entries that the checks of this run did not repeat: the row passes now, or is made no more.
-- Grain: one rejected row.
-- Parameters: work_key, kept (text[]): suite, row key and expectation of the rows rejected in this run, joined by tabs
UPDATE quality.rejected_row q SET state = 'mended', settled_at = now(), settled_by = %(work_key)s
FROM raw.derived_article d
WHERE d.work_key = %(work_key)s AND (d.entry_id, d.entry_version) = (q.entry_id, q.entry_version)
  AND d.outcome <> 'pending' AND q.state <> 'mended'
  AND q.suite || E'\t' || q.row_key || E'\t' || q.expectation NOT IN (SELECT unnest(%(kept)s::text[]));
