-- Purpose: how much a batch holds.
-- Grain: one row.
-- Parameters: batch_id
SELECT count(*)::integer AS entry_versions FROM raw.entry_version WHERE batch_id = %(batch_id)s;
