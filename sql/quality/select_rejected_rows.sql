-- Purpose: a page of rejected rows for a list, latest first, with the number of all that match.
-- Grain: one rejected row.
-- Parameters: state, suite, expectation, feed_slug, batch_id (text or null: all); limit, offset
SELECT q.rejected_id, q.suite, q.expectation, q.notes, q.observed, q.state, q.rejected_at, q.last_rejected_at, q.retries, q.settled_at,
       q.settled_by, q.batch_id, q.code_version, q.entry_id, q.entry_version, e.feed_slug,
       coalesce(nullif(v.title, ''), v.url, q.row_key) AS headline, count(*) OVER () AS matching
FROM quality.rejected_row q
JOIN raw.entry e USING (entry_id)
JOIN raw.entry_version v ON (v.entry_id, v.version) = (q.entry_id, q.entry_version)
WHERE (q.state = %(state)s OR %(state)s::text IS NULL)
  AND (q.suite = %(suite)s OR %(suite)s::text IS NULL)
  AND (q.expectation = %(expectation)s OR %(expectation)s::text IS NULL)
  AND (e.feed_slug = %(feed_slug)s OR %(feed_slug)s::text IS NULL)
  AND (q.batch_id = %(batch_id)s OR %(batch_id)s::text IS NULL)
ORDER BY q.rejected_at DESC, q.rejected_id DESC
LIMIT %(limit)s OFFSET %(offset)s;
