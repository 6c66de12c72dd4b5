-- Purpose: records of the landing to read back, picked anew by each seed and evenly over all.
-- Grain: one record.
-- Parameters: seed (text), most (integer), since (timestamptz): records landed before are left out, as retention may have deleted them
SELECT landing_file, landing_offset, landing_length, landing_sha256
FROM (
    SELECT landing_file, landing_offset, landing_length, landing_sha256 FROM raw.fetch
    WHERE landing_file IS NOT NULL AND started_at >= %(since)s
    UNION
    SELECT landing_file, landing_offset, landing_length, landing_sha256 FROM raw.entry_version WHERE seen_at >= %(since)s
    UNION
    SELECT landing_file, landing_offset, landing_length, landing_sha256 FROM raw.page
    WHERE landing_file IS NOT NULL AND fetched_at >= %(since)s
) landed
ORDER BY md5(%(seed)s || landing_file || landing_offset)
LIMIT %(most)s;
