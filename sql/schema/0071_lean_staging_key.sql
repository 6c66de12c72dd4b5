-- Reports on their way into core are taken by their work alone, so an index on it is enough: filling one with the key of every report, too,
-- costs as much as writing the rows. A report that came twice in one work would stop the upsert into core, by its key there.

ALTER TABLE raw.derived_report DROP CONSTRAINT derived_report_pkey;
CREATE INDEX derived_report_by_work ON raw.derived_report (work_key);
