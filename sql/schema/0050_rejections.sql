-- Rejected rows can be retried, discarded and restored; who did what is kept.

ALTER TABLE quality.rejected_row
    ADD COLUMN notes            text NOT NULL DEFAULT '',
    ADD COLUMN last_rejected_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN retries          integer NOT NULL DEFAULT 0,
    ADD COLUMN settled_at       timestamptz,
    ADD COLUMN settled_by       text,
    DROP CONSTRAINT rejected_row_state_check,
    ADD CONSTRAINT rejected_row_state_check CHECK (state IN ('open', 'discarded', 'mended')),
    ADD CONSTRAINT rejected_row_settled_check CHECK ((state = 'open') = (settled_at IS NULL));
CREATE INDEX rejected_row_open ON quality.rejected_row (rejected_at DESC, rejected_id DESC) WHERE state = 'open';
CREATE INDEX rejected_row_by_batch ON quality.rejected_row (batch_id);
COMMENT ON COLUMN quality.rejected_row.notes IS 'What the expectation says, in plain words.';
COMMENT ON COLUMN quality.rejected_row.state IS 'open; discarded: an operator leaves it at that; mended: the latest derivation of its entry does not fail this expectation any more.';
COMMENT ON COLUMN quality.rejected_row.row_key IS 'Key of the row in its suite: entry and version for entries and articles, report_id for reports.';
COMMENT ON COLUMN quality.rejected_row.last_rejected_at IS 'When it was last rejected so.';
COMMENT ON COLUMN quality.rejected_row.retries IS 'How often an operator had it derived again.';
COMMENT ON COLUMN quality.rejected_row.settled_at IS 'When it was discarded or found mended; null while open.';
COMMENT ON COLUMN quality.rejected_row.settled_by IS 'Who discarded it, or the work that found it mended (batch:…, day:… or entries:…).';

CREATE TABLE quality.rejection_action (
    action_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rejected_id bigint NOT NULL REFERENCES quality.rejected_row,
    action      text NOT NULL CHECK (action IN ('retry', 'discard', 'restore')),
    acted_by    text NOT NULL CHECK (acted_by <> ''),
    acted_at    timestamptz NOT NULL,
    note        text NOT NULL DEFAULT ''
);
CREATE INDEX rejection_action_by_row ON quality.rejection_action (rejected_id, action_id);
COMMENT ON TABLE quality.rejection_action IS 'Grain: one thing that an operator did about one rejected row.';
COMMENT ON COLUMN quality.rejection_action.action_id IS 'Surrogate key, in order.';
COMMENT ON COLUMN quality.rejection_action.rejected_id IS 'The rejected row.';
COMMENT ON COLUMN quality.rejection_action.action IS 'retry: derived again; discard: left at that; restore: open again.';
COMMENT ON COLUMN quality.rejection_action.acted_by IS 'Name of the user.';
COMMENT ON COLUMN quality.rejection_action.acted_at IS 'When.';
COMMENT ON COLUMN quality.rejection_action.note IS 'For a retry what came of it, else the reason that the user gave.';

COMMENT ON COLUMN raw.derivation.work_key IS 'batch:…, day:… or, for retried rows, entries:…';
COMMENT ON COLUMN raw.derived_article.work_key IS 'batch:…, day:… or, for retried rows, entries:…';
COMMENT ON COLUMN raw.derived_report.work_key IS 'batch:…, day:… or, for retried rows, entries:…';
COMMENT ON COLUMN quality.stage_run.work_key IS 'batch:…, day:… or, for retried rows, entries:…; for polls the batch.';
