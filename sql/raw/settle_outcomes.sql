-- Purpose: what this work made of its entry versions.
-- Grain: one entry version.
-- Parameters: work_key
UPDATE raw.entry_version v SET outcome = d.outcome, outcome_reason = d.outcome_reason
FROM raw.derived_article d
WHERE d.work_key = %(work_key)s AND (d.entry_id, d.entry_version) = (v.entry_id, v.version)
  AND (v.outcome, v.outcome_reason) IS DISTINCT FROM (d.outcome, d.outcome_reason);
