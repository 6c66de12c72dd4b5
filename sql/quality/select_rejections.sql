-- Purpose: where rejected rows stand, and what became of their entries.
-- Grain: one rejected row.
-- Parameters: rejected_ids (bigint[])
SELECT q.rejected_id, q.suite, q.expectation, q.state, q.entry_id, q.entry_version, v.outcome, v.outcome_reason,
       array(SELECT o.rejected_id FROM quality.rejected_row o
             WHERE (o.entry_id, o.entry_version) = (q.entry_id, q.entry_version) AND o.state = 'open'
             ORDER BY o.rejected_id) AS open_ids,
       array(SELECT o.suite || ' ' || o.expectation FROM quality.rejected_row o
             WHERE (o.entry_id, o.entry_version) = (q.entry_id, q.entry_version) AND o.state = 'open'
             ORDER BY o.rejected_id) AS open_reasons
FROM quality.rejected_row q
JOIN raw.entry_version v ON (v.entry_id, v.version) = (q.entry_id, q.entry_version)
WHERE q.rejected_id = ANY (%(rejected_ids)s)
ORDER BY q.rejected_id;
