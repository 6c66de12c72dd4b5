-- How events live on: what changed and why, ids that outlive the reports they were given for, the word of operators.
-- Contains moments at which this warehouse learned something: core.event_revision and core.article_arrival depend on the clock, unlike
-- the rest of core, so they stay out of the checksum that tells whether a repetition changed anything.

ALTER TABLE core.event ADD COLUMN claimed_by_statuses text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN core.event.claimed_by_statuses IS 'Firmest status of each name in claimed_by: confirmed, stated, claimed or denied.';

CREATE INDEX article_by_entry ON core.article (entry_id);

CREATE TABLE core.event_revision (
    revision_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     text NOT NULL,
    revised_at   timestamptz NOT NULL,
    field        text NOT NULL,
    old          text,
    new          text,
    report_ids   text[] NOT NULL,
    ruling_ids   text[] NOT NULL,
    code_version text NOT NULL,
    CHECK (old IS DISTINCT FROM new)
);
CREATE INDEX event_revision_by_event ON core.event_revision (event_id, revised_at);
CREATE INDEX event_revision_by_time ON core.event_revision (revised_at);
COMMENT ON TABLE core.event_revision IS 'Grain: one field of one event that linking changed. Of a new event only its id and tolls are noted, of one that is gone everything: the event as it is, with later changes undone, is the event as it was.';
COMMENT ON COLUMN core.event_revision.revision_id IS 'Surrogate key, in order of recording.';
COMMENT ON COLUMN core.event_revision.event_id IS 'The event; it may be no more.';
COMMENT ON COLUMN core.event_revision.revised_at IS 'When linking changed it; never earlier than the revisions before.';
COMMENT ON COLUMN core.event_revision.field IS 'What changed: event_id (the event came or went), event_date.start, place.name, toll.killed.all.best, actor1.<group> and so on.';
COMMENT ON COLUMN core.event_revision.old IS 'Value before, as text; null where there was none.';
COMMENT ON COLUMN core.event_revision.new IS 'Value after, as text; null where there is none.';
COMMENT ON COLUMN core.event_revision.report_ids IS 'Reports that came to the event or left it; empty where its reports are the same, coded otherwise by better code.';
COMMENT ON COLUMN core.event_revision.ruling_ids IS 'Rulings of operators on its reports.';
COMMENT ON COLUMN core.event_revision.code_version IS 'Versions of package and coder that made the new state.';

CREATE TABLE core.former_link (
    report_id  text PRIMARY KEY,
    event_id   text NOT NULL,
    article_id text NOT NULL,
    event_type text NOT NULL,
    rank       smallint NOT NULL,
    day        date NOT NULL
);
COMMENT ON TABLE core.former_link IS 'Grain: one link as it was before an article was loaded again, so that an edited article keeps its events. Written by load, emptied by link.';
COMMENT ON COLUMN core.former_link.report_id IS 'The report, which may have vanished since.';
COMMENT ON COLUMN core.former_link.event_id IS 'The event that it told.';
COMMENT ON COLUMN core.former_link.article_id IS 'Its article.';
COMMENT ON COLUMN core.former_link.event_type IS 'Its ACLED sub-event type, else its PLOVER root.';
COMMENT ON COLUMN core.former_link.rank IS 'Its rank in the article.';
COMMENT ON COLUMN core.former_link.day IS 'First day of its happening, else the day of publication.';

CREATE TABLE core.article_arrival (
    article_id text PRIMARY KEY REFERENCES core.article ON DELETE CASCADE,
    arrived_at timestamptz NOT NULL
);
CREATE INDEX article_arrival_by_time ON core.article_arrival (arrived_at);
COMMENT ON TABLE core.article_arrival IS 'Grain: one article whose reports were linked: from then on the marts have it.';
COMMENT ON COLUMN core.article_arrival.article_id IS 'The article.';
COMMENT ON COLUMN core.article_arrival.arrived_at IS 'When its first report was linked.';

CREATE TABLE core.event_ruling (
    ruling_id text PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('join', 'split')),
    made_at   timestamptz NOT NULL,
    made_by   text,
    note      text
);
COMMENT ON TABLE core.event_ruling IS 'Grain: one word of an operator on what is one happening. Linking obeys it at every run; of two on the same reports the later one stands.';
COMMENT ON COLUMN core.event_ruling.ruling_id IS 'Hash of kind, moment and reports.';
COMMENT ON COLUMN core.event_ruling.kind IS 'join: its reports are one happening; split: those on one side are not the happening of those on the other.';
COMMENT ON COLUMN core.event_ruling.made_at IS 'When.';
COMMENT ON COLUMN core.event_ruling.made_by IS 'By whom.';
COMMENT ON COLUMN core.event_ruling.note IS 'Why.';

CREATE TABLE core.event_ruling_anchor (
    ruling_id   text NOT NULL REFERENCES core.event_ruling ON DELETE CASCADE,
    report_id   text NOT NULL,
    is_apart    boolean NOT NULL,
    article_id  text NOT NULL,
    type_family text NOT NULL,
    day         date NOT NULL,
    PRIMARY KEY (ruling_id, report_id, is_apart)
);
COMMENT ON TABLE core.event_ruling_anchor IS 'Grain: one report that a ruling names, so that it is found again when better code gives it another id.';
COMMENT ON COLUMN core.event_ruling_anchor.ruling_id IS 'The ruling.';
COMMENT ON COLUMN core.event_ruling_anchor.report_id IS 'The report as the operator saw it.';
COMMENT ON COLUMN core.event_ruling_anchor.is_apart IS 'Of a split: the other side.';
COMMENT ON COLUMN core.event_ruling_anchor.article_id IS 'Its article.';
COMMENT ON COLUMN core.event_ruling_anchor.type_family IS 'Family of its type; see events/data/kinds.csv.';
COMMENT ON COLUMN core.event_ruling_anchor.day IS 'First day on which its happening may lie.';
