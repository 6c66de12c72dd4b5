-- Rejected rows, results of checks, counts that must add up.

CREATE TABLE quality.rejected_row (
    rejected_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    suite         text NOT NULL,
    row_key       text NOT NULL,
    expectation   text NOT NULL,
    remedy        text NOT NULL,
    observed      text,
    rejected_row  jsonb NOT NULL,
    entry_id      text NOT NULL,
    entry_version smallint NOT NULL,
    batch_id      text NOT NULL REFERENCES raw.batch,
    code_version  text NOT NULL,
    state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'discarded')),
    rejected_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (suite, row_key, expectation),
    FOREIGN KEY (entry_id, entry_version) REFERENCES raw.entry_version
);
CREATE INDEX rejected_row_by_entry ON quality.rejected_row (entry_id, entry_version);
COMMENT ON TABLE quality.rejected_row IS 'Grain: one critical expectation that one row of one suite failed. The row is kept whole.';
COMMENT ON COLUMN quality.rejected_row.rejected_id IS 'Surrogate key.';
COMMENT ON COLUMN quality.rejected_row.suite IS 'entries, articles or reports.';
COMMENT ON COLUMN quality.rejected_row.row_key IS 'Key of the row in its suite.';
COMMENT ON COLUMN quality.rejected_row.expectation IS 'Name of the expectation.';
COMMENT ON COLUMN quality.rejected_row.remedy IS 'What to do about it.';
COMMENT ON COLUMN quality.rejected_row.observed IS 'The value that failed.';
COMMENT ON COLUMN quality.rejected_row.rejected_row IS 'The row as it was checked.';
COMMENT ON COLUMN quality.rejected_row.entry_id IS 'The entry that it came from.';
COMMENT ON COLUMN quality.rejected_row.entry_version IS 'The version of that entry.';
COMMENT ON COLUMN quality.rejected_row.batch_id IS 'The batch of that entry version.';
COMMENT ON COLUMN quality.rejected_row.code_version IS 'Version of the code that derived the row.';
COMMENT ON COLUMN quality.rejected_row.state IS 'open or discarded by an operator.';
COMMENT ON COLUMN quality.rejected_row.rejected_at IS 'When it was first rejected so.';

CREATE TABLE quality.check_result (
    work_key         text NOT NULL,
    suite            text NOT NULL,
    expectation      text NOT NULL,
    severity         text NOT NULL CHECK (severity IN ('critical', 'warning', 'info')),
    is_met           boolean NOT NULL,
    evaluated_count  integer NOT NULL,
    unexpected_count integer NOT NULL,
    notes            text NOT NULL,
    checked_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (work_key, suite, expectation)
);
COMMENT ON TABLE quality.check_result IS 'Grain: the latest result of one expectation on one piece of work.';
COMMENT ON COLUMN quality.check_result.work_key IS 'batch:… or day:…';
COMMENT ON COLUMN quality.check_result.suite IS 'entries, articles or reports.';
COMMENT ON COLUMN quality.check_result.expectation IS 'Name of the expectation.';
COMMENT ON COLUMN quality.check_result.severity IS 'critical rejects the row; warning and info are shown.';
COMMENT ON COLUMN quality.check_result.is_met IS 'No row failed it.';
COMMENT ON COLUMN quality.check_result.evaluated_count IS 'Rows checked.';
COMMENT ON COLUMN quality.check_result.unexpected_count IS 'Rows that failed.';
COMMENT ON COLUMN quality.check_result.notes IS 'What the expectation says, in plain words.';
COMMENT ON COLUMN quality.check_result.checked_at IS 'When.';

CREATE TABLE quality.batch_count (
    batch_id     text PRIMARY KEY REFERENCES raw.batch,
    seen         integer NOT NULL,
    loaded       integer NOT NULL,
    rejected     integer NOT NULL,
    irrelevant   integer NOT NULL,
    duplicate    integer NOT NULL,
    pending      integer NOT NULL,
    is_conserved boolean NOT NULL GENERATED ALWAYS AS (seen = loaded + rejected + irrelevant + duplicate + pending) STORED,
    counted_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE quality.batch_count IS 'Grain: one batch. What its fetches brought against what became of it: nothing is lost.';
COMMENT ON COLUMN quality.batch_count.batch_id IS 'The batch.';
COMMENT ON COLUMN quality.batch_count.seen IS 'New and edited entries, as its fetches counted them.';
COMMENT ON COLUMN quality.batch_count.loaded IS 'Entry versions whose article is in core.';
COMMENT ON COLUMN quality.batch_count.rejected IS 'Entry versions that a critical expectation rejected.';
COMMENT ON COLUMN quality.batch_count.irrelevant IS 'Entry versions that are not about Syria.';
COMMENT ON COLUMN quality.batch_count.duplicate IS 'Entry versions whose article another entry brought first.';
COMMENT ON COLUMN quality.batch_count.pending IS 'Entry versions not settled yet.';
COMMENT ON COLUMN quality.batch_count.is_conserved IS 'The parts add up to what was seen.';
COMMENT ON COLUMN quality.batch_count.counted_at IS 'When.';

CREATE TABLE quality.stage_run (
    work_key    text NOT NULL,
    stage       text NOT NULL,
    rows_in     integer NOT NULL,
    rows_out    integer NOT NULL,
    seconds     real NOT NULL,
    finished_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (work_key, stage)
);
COMMENT ON TABLE quality.stage_run IS 'Grain: the latest run of one stage on one piece of work.';
COMMENT ON COLUMN quality.stage_run.work_key IS 'batch:… or day:…, for polls the batch.';
COMMENT ON COLUMN quality.stage_run.stage IS 'poll, fetch_pages, extract, code, check, load or link.';
COMMENT ON COLUMN quality.stage_run.rows_in IS 'Rows that it was given.';
COMMENT ON COLUMN quality.stage_run.rows_out IS 'Rows that it handed on.';
COMMENT ON COLUMN quality.stage_run.seconds IS 'Wall seconds.';
COMMENT ON COLUMN quality.stage_run.finished_at IS 'When it ended.';
