-- Reports on their way into core pay neither for a foreign key nor for a second index: both cost more than writing the row itself.
-- Whoever turns back or clears an article of a work does the same with its reports, in one statement (raw/reject_derived_articles,
-- raw/clear_derived).

ALTER TABLE raw.derived_report DROP CONSTRAINT derived_report_work_key_entry_id_entry_version_fkey;
DROP INDEX raw.derived_report_by_entry;
