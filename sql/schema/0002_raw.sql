-- What came over the wire: feeds, fetches, batches, entries, pages.

CREATE TABLE raw.feed (
    feed_slug     text PRIMARY KEY,
    name          text NOT NULL,
    url           text NOT NULL,
    homepage      text,
    language      text,
    country       text,
    perspective   text,
    scope         text NOT NULL CHECK (scope IN ('syria', 'region', 'world')),
    family        text NOT NULL,
    timezone      text NOT NULL,
    status        text NOT NULL CHECK (status IN ('enabled', 'probation', 'disabled')),
    note          text,
    next_check_at timestamptz NOT NULL DEFAULT '-infinity',
    leased_until  timestamptz NOT NULL DEFAULT '-infinity',
    polling       jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX feed_due ON raw.feed (next_check_at) WHERE status <> 'disabled';
COMMENT ON TABLE raw.feed IS 'Grain: one feed of the registry, with what polling remembers about it.';
COMMENT ON COLUMN raw.feed.feed_slug IS 'Natural key, from the registry.';
COMMENT ON COLUMN raw.feed.name IS 'Name of the outlet, as shown to analysts.';
COMMENT ON COLUMN raw.feed.url IS 'Address in the registry; polling may meanwhile use another after a permanent redirect.';
COMMENT ON COLUMN raw.feed.homepage IS 'Front page of the publisher.';
COMMENT ON COLUMN raw.feed.language IS 'Main language, ISO 639-1.';
COMMENT ON COLUMN raw.feed.country IS 'Country of the publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN raw.feed.perspective IS 'Editorial standpoint of the publisher, as judged in the registry.';
COMMENT ON COLUMN raw.feed.scope IS 'How much of the feed is expected to be about Syria: syria, region or world.';
COMMENT ON COLUMN raw.feed.family IS 'Publisher family: copies within one family do not corroborate each other.';
COMMENT ON COLUMN raw.feed.timezone IS 'IANA zone in which dates without a zone are meant.';
COMMENT ON COLUMN raw.feed.status IS 'enabled, probation (until a first good fetch with a dated entry) or disabled.';
COMMENT ON COLUMN raw.feed.note IS 'What a maintainer should know, for a disabled feed the reason.';
COMMENT ON COLUMN raw.feed.next_check_at IS 'When the feed is due.';
COMMENT ON COLUMN raw.feed.leased_until IS 'Until then one poll has the feed to itself; a poll that died gives it back by time.';
COMMENT ON COLUMN raw.feed.polling IS 'State of polling: validators, body hash, failures, redirects seen; read and written by feeds/schedule.py alone.';

CREATE TABLE raw.batch (
    batch_id       text PRIMARY KEY,
    kind           text NOT NULL CHECK (kind IN ('poll', 'recovery')),
    state          text NOT NULL DEFAULT 'landed' CHECK (state IN ('landed', 'processing', 'done')),
    created_at     timestamptz NOT NULL,
    handed_over_at timestamptz,
    handovers      integer NOT NULL DEFAULT 0,
    finished_at    timestamptz
);
CREATE INDEX batch_open ON raw.batch (created_at) WHERE state <> 'done';
COMMENT ON TABLE raw.batch IS 'Grain: one hand-over between DAGs, the new and edited entries of one poll. The work list: an asset event only wakes the consumer.';
COMMENT ON COLUMN raw.batch.batch_id IS 'Partition key of process_batch.';
COMMENT ON COLUMN raw.batch.kind IS 'poll: from feeds; recovery: found afterwards.';
COMMENT ON COLUMN raw.batch.state IS 'landed: stored, not yet begun; processing: begun; done: every entry settled or waiting for a retry of its page.';
COMMENT ON COLUMN raw.batch.created_at IS 'When the poll began.';
COMMENT ON COLUMN raw.batch.handed_over_at IS 'Last time that process_batch was woken for it.';
COMMENT ON COLUMN raw.batch.handovers IS 'How often it was handed over; more than one means that it was stranded.';
COMMENT ON COLUMN raw.batch.finished_at IS 'When processing last came to its end.';

CREATE TABLE raw.fetch (
    fetch_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed_slug         text NOT NULL REFERENCES raw.feed,
    batch_id          text REFERENCES raw.batch,
    started_at        timestamptz NOT NULL,
    url               text NOT NULL,
    final_url         text,
    http_status       smallint,
    outcome           text NOT NULL,
    error_class       text,
    error             text,
    body_bytes        integer NOT NULL DEFAULT 0,
    wire_bytes        integer NOT NULL DEFAULT 0,
    elapsed_ms        integer NOT NULL DEFAULT 0,
    entry_count       integer NOT NULL DEFAULT 0,
    new_count         integer NOT NULL DEFAULT 0,
    updated_count     integer NOT NULL DEFAULT 0,
    unchanged_count   integer NOT NULL DEFAULT 0,
    repeated_count    integer NOT NULL DEFAULT 0,
    has_lost_overlap  boolean NOT NULL DEFAULT false,
    next_check_at     timestamptz,
    next_reason       text,
    landing_file      text,
    landing_offset    bigint,
    landing_length    bigint,
    landing_sha256    text,
    CONSTRAINT entries_conserved CHECK (entry_count = new_count + updated_count + unchanged_count + repeated_count),
    CONSTRAINT landing_whole CHECK (num_nulls(landing_file, landing_offset, landing_length, landing_sha256) IN (0, 4))
);
CREATE INDEX fetch_by_feed ON raw.fetch (feed_slug, started_at DESC);
CREATE INDEX fetch_by_batch ON raw.fetch (batch_id);
COMMENT ON TABLE raw.fetch IS 'Grain: one request for a feed, whatever came of it.';
COMMENT ON COLUMN raw.fetch.fetch_id IS 'Surrogate key, in order of recording.';
COMMENT ON COLUMN raw.fetch.feed_slug IS 'The feed.';
COMMENT ON COLUMN raw.fetch.batch_id IS 'The batch that its entries went into; null where it brought nothing new.';
COMMENT ON COLUMN raw.fetch.started_at IS 'When the request was sent.';
COMMENT ON COLUMN raw.fetch.url IS 'Address asked.';
COMMENT ON COLUMN raw.fetch.final_url IS 'Address that answered, after redirects.';
COMMENT ON COLUMN raw.fetch.http_status IS 'HTTP status; null where no answer came.';
COMMENT ON COLUMN raw.fetch.outcome IS 'new, same, not_modified, empty, gone, moved, limited, blocked, not_a_feed or failed.';
COMMENT ON COLUMN raw.fetch.error_class IS 'Weight of the failure: hard, soft or passing, or a kind of refusal.';
COMMENT ON COLUMN raw.fetch.error IS 'What went wrong, in words.';
COMMENT ON COLUMN raw.fetch.body_bytes IS 'Bytes of the body after content decoding.';
COMMENT ON COLUMN raw.fetch.wire_bytes IS 'Bytes of the body as received.';
COMMENT ON COLUMN raw.fetch.elapsed_ms IS 'Milliseconds from request to last byte.';
COMMENT ON COLUMN raw.fetch.entry_count IS 'Items in the document.';
COMMENT ON COLUMN raw.fetch.new_count IS 'Items never seen before.';
COMMENT ON COLUMN raw.fetch.updated_count IS 'Items that the publisher edited.';
COMMENT ON COLUMN raw.fetch.unchanged_count IS 'Items already stored as they are, or edited too often to be kept again.';
COMMENT ON COLUMN raw.fetch.repeated_count IS 'Items that stand more than once in this document.';
COMMENT ON COLUMN raw.fetch.has_lost_overlap IS 'No item in common with the fetch before: entries were probably lost in between.';
COMMENT ON COLUMN raw.fetch.next_check_at IS 'When the feed was to be asked again.';
COMMENT ON COLUMN raw.fetch.next_reason IS 'Why then.';
COMMENT ON COLUMN raw.fetch.landing_file IS 'WARC file under the landing root.';
COMMENT ON COLUMN raw.fetch.landing_offset IS 'Byte at which the record begins.';
COMMENT ON COLUMN raw.fetch.landing_length IS 'Bytes of the record, compressed.';
COMMENT ON COLUMN raw.fetch.landing_sha256 IS 'SHA-256 of the body as received.';

CREATE TABLE raw.entry (
    entry_id       text PRIMARY KEY,
    feed_slug      text NOT NULL REFERENCES raw.feed,
    identity       text NOT NULL,
    guid           text,
    first_seen_at  timestamptz NOT NULL,
    latest_version smallint NOT NULL DEFAULT 1,
    UNIQUE (feed_slug, identity)
);
COMMENT ON TABLE raw.entry IS 'Grain: one item of one feed, however often it was edited.';
COMMENT ON COLUMN raw.entry.entry_id IS 'Hash of feed and identity.';
COMMENT ON COLUMN raw.entry.feed_slug IS 'The feed.';
COMMENT ON COLUMN raw.entry.identity IS 'What makes it the same item at the next poll: its guid or, where guids are bad, a substitute.';
COMMENT ON COLUMN raw.entry.guid IS 'Id as the publisher gave it.';
COMMENT ON COLUMN raw.entry.first_seen_at IS 'Fetch time of the document that first had it.';
COMMENT ON COLUMN raw.entry.latest_version IS 'Number of its latest version.';

CREATE TABLE raw.entry_version (
    entry_id              text NOT NULL REFERENCES raw.entry,
    version               smallint NOT NULL CHECK (version >= 1),
    batch_id              text NOT NULL REFERENCES raw.batch,
    seen_at               timestamptz NOT NULL,
    day                   date NOT NULL,
    content_hash          text NOT NULL,
    url                   text,
    canonical_url         text,
    title                 text NOT NULL,
    summary               text NOT NULL,
    content               text NOT NULL,
    authors               text[] NOT NULL,
    categories            text[] NOT NULL,
    language              text,
    published_at          timestamptz,
    published_raw         text,
    published_null_reason text,
    updated_at            timestamptz,
    outcome               text NOT NULL DEFAULT 'pending'
        CHECK (outcome IN ('pending', 'loaded', 'rejected', 'irrelevant', 'duplicate')),
    outcome_reason        text,
    landing_file          text NOT NULL,
    landing_offset        bigint NOT NULL,
    landing_length        bigint NOT NULL,
    landing_sha256        text NOT NULL,
    PRIMARY KEY (entry_id, version)
);
CREATE INDEX entry_version_by_batch ON raw.entry_version (batch_id);
CREATE INDEX entry_version_by_day ON raw.entry_version (day);
CREATE INDEX entry_version_by_url ON raw.entry_version (canonical_url);
COMMENT ON TABLE raw.entry_version IS 'Grain: one wording of an entry. The unit that a batch accounts for.';
COMMENT ON COLUMN raw.entry_version.entry_id IS 'The entry.';
COMMENT ON COLUMN raw.entry_version.version IS '1 for the first wording seen.';
COMMENT ON COLUMN raw.entry_version.batch_id IS 'The batch that brought it.';
COMMENT ON COLUMN raw.entry_version.seen_at IS 'Fetch time of its document.';
COMMENT ON COLUMN raw.entry_version.day IS 'UTC day that rebuild_day finds it under: that of publication, else of first sight.';
COMMENT ON COLUMN raw.entry_version.content_hash IS 'Hash of what a reader of the feed sees.';
COMMENT ON COLUMN raw.entry_version.url IS 'Link as given, made absolute.';
COMMENT ON COLUMN raw.entry_version.canonical_url IS 'Link without tracking, AMP and mobile forms: what makes two entries point at one article.';
COMMENT ON COLUMN raw.entry_version.title IS 'Title, unescaped.';
COMMENT ON COLUMN raw.entry_version.summary IS 'Summary as the publisher sent it; hostile HTML until proven otherwise.';
COMMENT ON COLUMN raw.entry_version.content IS 'Full content where the feed carries it, else empty; hostile HTML until proven otherwise.';
COMMENT ON COLUMN raw.entry_version.authors IS 'Authors as given.';
COMMENT ON COLUMN raw.entry_version.categories IS 'Categories as given.';
COMMENT ON COLUMN raw.entry_version.language IS 'Language that the feed declares.';
COMMENT ON COLUMN raw.entry_version.published_at IS 'Publication time, repaired; null rather than guessed.';
COMMENT ON COLUMN raw.entry_version.published_raw IS 'Publication time as the publisher wrote it.';
COMMENT ON COLUMN raw.entry_version.published_null_reason IS 'Why published_at is null.';
COMMENT ON COLUMN raw.entry_version.updated_at IS 'Time of the last edit, as given.';
COMMENT ON COLUMN raw.entry_version.outcome IS 'What became of it. pending: not yet derived, or its page is to be tried again.';
COMMENT ON COLUMN raw.entry_version.outcome_reason IS 'Why, in words.';
COMMENT ON COLUMN raw.entry_version.landing_file IS 'WARC file with the feed document.';
COMMENT ON COLUMN raw.entry_version.landing_offset IS 'Byte at which the record begins.';
COMMENT ON COLUMN raw.entry_version.landing_length IS 'Bytes of the record, compressed.';
COMMENT ON COLUMN raw.entry_version.landing_sha256 IS 'SHA-256 of the body as received.';

CREATE TABLE raw.page (
    entry_id        text NOT NULL,
    version         smallint NOT NULL,
    url             text NOT NULL,
    final_url       text,
    fetched_at      timestamptz NOT NULL,
    http_status     smallint,
    state           text NOT NULL CHECK (state IN ('landed', 'refused', 'retry', 'failed')),
    error_class     text,
    error           text,
    attempts        smallint NOT NULL,
    next_attempt_at timestamptz,
    body_bytes      integer NOT NULL DEFAULT 0,
    elapsed_ms      integer NOT NULL DEFAULT 0,
    landing_file    text,
    landing_offset  bigint,
    landing_length  bigint,
    landing_sha256  text,
    PRIMARY KEY (entry_id, version),
    FOREIGN KEY (entry_id, version) REFERENCES raw.entry_version,
    CONSTRAINT retry_has_time CHECK ((state = 'retry') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT landing_whole CHECK (num_nulls(landing_file, landing_offset, landing_length, landing_sha256) IN (0, 4))
);
CREATE INDEX page_to_retry ON raw.page (next_attempt_at) WHERE state = 'retry';
COMMENT ON TABLE raw.page IS 'Grain: what the link of one entry version returned, at the last attempt.';
COMMENT ON COLUMN raw.page.entry_id IS 'The entry.';
COMMENT ON COLUMN raw.page.version IS 'The version of the entry.';
COMMENT ON COLUMN raw.page.url IS 'Address asked.';
COMMENT ON COLUMN raw.page.final_url IS 'Address that answered, after redirects.';
COMMENT ON COLUMN raw.page.fetched_at IS 'When the last attempt was made.';
COMMENT ON COLUMN raw.page.http_status IS 'HTTP status; null where no answer came.';
COMMENT ON COLUMN raw.page.state IS 'landed; refused (robots.txt, 401, 403, 404, 410 …: final, the feed''s own content serves); retry (failed for now); failed (given up).';
COMMENT ON COLUMN raw.page.error_class IS 'Kind of failure or refusal.';
COMMENT ON COLUMN raw.page.error IS 'What went wrong, in words.';
COMMENT ON COLUMN raw.page.attempts IS 'Requests made so far.';
COMMENT ON COLUMN raw.page.next_attempt_at IS 'When sweep_batches may try again.';
COMMENT ON COLUMN raw.page.body_bytes IS 'Bytes of the body after content decoding.';
COMMENT ON COLUMN raw.page.elapsed_ms IS 'Milliseconds from request to last byte.';
COMMENT ON COLUMN raw.page.landing_file IS 'WARC file under the landing root.';
COMMENT ON COLUMN raw.page.landing_offset IS 'Byte at which the record begins.';
COMMENT ON COLUMN raw.page.landing_length IS 'Bytes of the record, compressed.';
COMMENT ON COLUMN raw.page.landing_sha256 IS 'SHA-256 of the body as received.';

CREATE TABLE raw.robots (
    origin     text PRIMARY KEY,
    fetched_at timestamptz NOT NULL,
    rules      text
);
COMMENT ON TABLE raw.robots IS 'Grain: the robots.txt of one origin, as last asked for; asked again after a day.';
COMMENT ON COLUMN raw.robots.origin IS 'Scheme, host and port.';
COMMENT ON COLUMN raw.robots.fetched_at IS 'When it was asked for.';
COMMENT ON COLUMN raw.robots.rules IS 'Its text; empty where there is none; null where it could not be had, and nothing may be fetched for now.';

CREATE TABLE raw.host_line (
    host           text NOT NULL,
    line_key       text NOT NULL,
    first_url      text NOT NULL,
    repeated_since timestamptz,
    PRIMARY KEY (host, line_key)
);
CREATE INDEX host_line_repeated ON raw.host_line (host) WHERE repeated_since IS NOT NULL;
COMMENT ON TABLE raw.host_line IS 'Grain: one line that stands on pages of one host. Lines that stand on several are furniture, not text.';
COMMENT ON COLUMN raw.host_line.host IS 'Host of the pages.';
COMMENT ON COLUMN raw.host_line.line_key IS 'Hash of the words of the line.';
COMMENT ON COLUMN raw.host_line.first_url IS 'The page that first had it.';
COMMENT ON COLUMN raw.host_line.repeated_since IS 'When the second page that has it was fetched; a page counts only what was known when it was fetched, so that deriving it again gives the same.';
