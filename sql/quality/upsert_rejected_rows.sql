-- Purpose: keep rows that failed a critical expectation, whole. A discarded row stays discarded, a mended one is open again.
-- Grain: one rejected row.
-- Parameters: rows (json text): an array of objects with the columns named below
INSERT INTO quality.rejected_row AS q (suite, row_key, expectation, notes, remedy, observed, rejected_row, entry_id, entry_version,
                                       batch_id, code_version)
SELECT suite, row_key, expectation, notes, remedy, observed, rejected_row, entry_id, entry_version, batch_id, code_version
FROM jsonb_to_recordset(%(rows)s::jsonb) AS r (
    suite text, row_key text, expectation text, notes text, remedy text, observed text, rejected_row jsonb, entry_id text,
    entry_version smallint, batch_id text, code_version text)
ON CONFLICT (suite, row_key, expectation) DO UPDATE
SET notes = excluded.notes, remedy = excluded.remedy, observed = excluded.observed, rejected_row = excluded.rejected_row,
    code_version = excluded.code_version, last_rejected_at = excluded.last_rejected_at,
    state = CASE q.state WHEN 'discarded' THEN 'discarded' ELSE 'open' END,
    settled_at = CASE q.state WHEN 'discarded' THEN q.settled_at END,
    settled_by = CASE q.state WHEN 'discarded' THEN q.settled_by END;
