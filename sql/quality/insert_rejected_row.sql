-- Purpose: keep a row that failed a critical expectation, whole.
-- Grain: one rejected row.
-- Parameters: suite, row_key, expectation, remedy, observed, rejected_row (json text), entry_id, entry_version, batch_id, code_version
INSERT INTO quality.rejected_row AS q (suite, row_key, expectation, remedy, observed, rejected_row, entry_id, entry_version, batch_id,
                                       code_version)
VALUES (%(suite)s, %(row_key)s, %(expectation)s, %(remedy)s, %(observed)s, %(rejected_row)s, %(entry_id)s, %(entry_version)s,
        %(batch_id)s, %(code_version)s)
ON CONFLICT (suite, row_key, expectation) DO UPDATE
SET remedy = excluded.remedy, observed = excluded.observed, rejected_row = excluded.rejected_row, code_version = excluded.code_version;
