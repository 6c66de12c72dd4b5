-- Purpose: what is stored of the entries that a feed document shows.
-- Grain: one entry, its latest version.
-- Parameters: entry_ids (text[])
SELECT e.entry_id, e.latest_version, v.content_hash
FROM raw.entry e
JOIN raw.entry_version v ON v.entry_id = e.entry_id AND v.version = e.latest_version
WHERE e.entry_id = ANY (%(entry_ids)s);
