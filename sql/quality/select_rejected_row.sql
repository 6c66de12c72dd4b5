-- Purpose: one rejected row, whole.
-- Grain: one rejected row.
-- Parameters: rejected_id
SELECT * FROM quality.rejected_row WHERE rejected_id = %(rejected_id)s;
