-- Alerts: one per cause for as long as it lasts.

CREATE TABLE quality.alert (
    alert_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL
        CHECK (kind IN ('failed_run', 'critical_check', 'silent_feed', 'cut_feed', 'lost_overlap', 'queue_age', 'notifier')),
    subject     text NOT NULL,
    message     text NOT NULL,
    repetitions integer NOT NULL DEFAULT 1,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    told_at     timestamptz NOT NULL,
    cleared_at  timestamptz,
    untold      text[] NOT NULL
);
CREATE UNIQUE INDEX alert_open ON quality.alert (kind, subject) WHERE cleared_at IS NULL;
CREATE INDEX alert_untold ON quality.alert (alert_id) WHERE untold <> '{}';
COMMENT ON TABLE quality.alert IS 'Grain: one cause, kind and subject, from its first sight to its all-clear.';
COMMENT ON COLUMN quality.alert.alert_id IS 'Surrogate key, in order.';
COMMENT ON COLUMN quality.alert.kind IS 'What kind of trouble.';
COMMENT ON COLUMN quality.alert.subject IS 'What has it: a task with its batch or day, an expectation, a feed, the queue, a notifier.';
COMMENT ON COLUMN quality.alert.message IS 'What is the matter and what to do, as last seen.';
COMMENT ON COLUMN quality.alert.repetitions IS 'How often it was seen.';
COMMENT ON COLUMN quality.alert.first_at IS 'When it was first seen.';
COMMENT ON COLUMN quality.alert.last_at IS 'When it was last seen.';
COMMENT ON COLUMN quality.alert.told_at IS 'When it was last due to be told: at first sight, once a day while it lasts, and at the all-clear.';
COMMENT ON COLUMN quality.alert.cleared_at IS 'When it was found to be over; null while it lasts.';
COMMENT ON COLUMN quality.alert.untold IS 'Notifiers that have not got through with the latest notice; tried again at the next look.';

CREATE INDEX fetch_lost_overlap ON raw.fetch (started_at) WHERE has_lost_overlap;
