-- Results of checks by day, with the rows that failed, also of the expectations on the warehouse as a whole.

ALTER TABLE quality.check_result
    ADD COLUMN day      date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
    ADD COLUMN remedy   text NOT NULL DEFAULT '',
    ADD COLUMN observed text,
    ALTER COLUMN evaluated_count DROP NOT NULL;
CREATE INDEX check_result_by_day ON quality.check_result (day, suite);
COMMENT ON COLUMN quality.check_result.work_key IS 'What was checked: batch:…, day:… or, for retried rows, entries:…; warehouse:… for the warehouse as a whole on that day.';
COMMENT ON COLUMN quality.check_result.suite IS 'entries, articles, reports or batches for a piece of work; feeds, core or mart for the warehouse.';
COMMENT ON COLUMN quality.check_result.severity IS 'critical turns the row back or, where there is no row, fails the run; warning is kept and shown; info is counted.';
COMMENT ON COLUMN quality.check_result.evaluated_count IS 'Rows checked; null for expectations in SQL, which look for failures only.';
COMMENT ON COLUMN quality.check_result.day IS 'UTC day on which it was checked.';
COMMENT ON COLUMN quality.check_result.remedy IS 'What to do where it is not met.';
COMMENT ON COLUMN quality.check_result.observed IS 'Up to three of the values that failed; null where none did.';

CREATE TABLE quality.check_failure (
    work_key      text NOT NULL,
    suite         text NOT NULL,
    expectation   text NOT NULL,
    position      integer NOT NULL,
    row_key       text NOT NULL,
    observed      text,
    headline      text,
    entry_id      text,
    entry_version smallint,
    PRIMARY KEY (work_key, suite, expectation, position),
    FOREIGN KEY (work_key, suite, expectation) REFERENCES quality.check_result ON DELETE CASCADE
);
COMMENT ON TABLE quality.check_failure IS 'Grain: one row that failed one expectation, critical or warning, when it was last checked in that piece of work. All of them.';
COMMENT ON COLUMN quality.check_failure.work_key IS 'As in quality.check_result.';
COMMENT ON COLUMN quality.check_failure.suite IS 'As in quality.check_result.';
COMMENT ON COLUMN quality.check_failure.expectation IS 'As in quality.check_result.';
COMMENT ON COLUMN quality.check_failure.position IS 'From 0, in the order in which they were found.';
COMMENT ON COLUMN quality.check_failure.row_key IS 'Key of the row: as in quality.rejected_row for rows of a piece of work; a feed, event, report, article or batch for the warehouse.';
COMMENT ON COLUMN quality.check_failure.observed IS 'The value that failed.';
COMMENT ON COLUMN quality.check_failure.headline IS 'What the row is, for people: a title or a name.';
COMMENT ON COLUMN quality.check_failure.entry_id IS 'The entry that it came from, where it came from one.';
COMMENT ON COLUMN quality.check_failure.entry_version IS 'The version of that entry.';
