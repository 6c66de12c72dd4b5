-- Purpose: set what the requests of a batch brought against what became of it.
-- Grain: one batch that this work touched.
-- Parameters: work_key
INSERT INTO quality.batch_count AS c (batch_id, seen, loaded, rejected, irrelevant, duplicate, pending)
SELECT b.batch_id,
       (SELECT coalesce(sum(f.new_count + f.updated_count), 0) FROM raw.fetch f WHERE f.batch_id = b.batch_id)
       + (SELECT coalesce(sum(r.new_count), 0) FROM raw.recovery_request r WHERE r.batch_id = b.batch_id),
       count(*) FILTER (WHERE v.outcome = 'loaded'), count(*) FILTER (WHERE v.outcome = 'rejected'),
       count(*) FILTER (WHERE v.outcome = 'irrelevant'), count(*) FILTER (WHERE v.outcome = 'duplicate'),
       count(*) FILTER (WHERE v.outcome = 'pending')
FROM raw.batch b
JOIN raw.entry_version v USING (batch_id)
WHERE b.batch_id IN (
    SELECT w.batch_id FROM raw.derived_article d
    JOIN raw.entry_version w ON (w.entry_id, w.version) = (d.entry_id, d.entry_version)
    WHERE d.work_key = %(work_key)s)
GROUP BY b.batch_id
ORDER BY b.batch_id
ON CONFLICT (batch_id) DO UPDATE
SET seen = excluded.seen, loaded = excluded.loaded, rejected = excluded.rejected, irrelevant = excluded.irrelevant,
    duplicate = excluded.duplicate, pending = excluded.pending, counted_at = now()
RETURNING batch_id, seen, loaded, rejected, irrelevant, duplicate, pending, is_conserved;
