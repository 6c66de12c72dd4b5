-- Purpose: note what an operator did about rejected rows; a retry is counted at the row.
-- Grain: one rejected row.
-- Parameters: rejected_ids (bigint[]), notes (text[]): of the same length; action, acted_by, acted_at
WITH acted AS (
    SELECT rejected_id, note FROM unnest(%(rejected_ids)s::bigint[], %(notes)s::text[]) AS r (rejected_id, note)
), counted AS (
    UPDATE quality.rejected_row q SET retries = q.retries + 1
    FROM acted WHERE q.rejected_id = acted.rejected_id AND %(action)s = 'retry'
)
INSERT INTO quality.rejection_action (rejected_id, action, acted_by, acted_at, note)
SELECT rejected_id, %(action)s, %(acted_by)s, %(acted_at)s, note FROM acted ORDER BY rejected_id;
