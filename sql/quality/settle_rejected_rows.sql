-- Purpose: discard open rows, or open discarded ones again. Rows that are not in the state asked for stay as they are.
-- Grain: one rejected row.
-- Parameters: rejected_ids (bigint[]), from_state, to_state, settled_at, settled_by (null where the row is opened again)
UPDATE quality.rejected_row SET state = %(to_state)s, settled_at = %(settled_at)s, settled_by = %(settled_by)s
WHERE rejected_id = ANY (%(rejected_ids)s) AND state = %(from_state)s
RETURNING rejected_id;
