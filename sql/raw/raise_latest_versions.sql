-- Purpose: after edited entries were stored, point each entry at its latest version.
-- Grain: one entry.
-- Parameters: batch_id
UPDATE raw.entry e SET latest_version = v.version
FROM raw.entry_version v
WHERE v.batch_id = %(batch_id)s AND v.entry_id = e.entry_id AND v.version > e.latest_version;
