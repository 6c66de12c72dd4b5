-- Purpose: entry versions that count as rejected without a rejected row, open or discarded.
-- Grain: one entry version.
-- Parameters: none
SELECT v.entry_id || '/' || v.version AS row_key, v.outcome_reason AS observed, v.title AS headline, v.entry_id,
       v.version AS entry_version
FROM raw.entry_version v
WHERE v.outcome = 'rejected'
  AND NOT EXISTS (
        SELECT FROM quality.rejected_row q
        WHERE (q.entry_id, q.entry_version) = (v.entry_id, v.version) AND q.state <> 'mended')
ORDER BY 1;
