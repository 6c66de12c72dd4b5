-- What was found afterwards: the ways into each publisher's past, the requests made on them, and how an entry was found.

ALTER TABLE raw.entry ADD COLUMN found_by text NOT NULL DEFAULT 'poll'
    CHECK (found_by IN ('poll', 'wordpress', 'archive', 'paged', 'sitemap', 'wayback'));
COMMENT ON COLUMN raw.entry.found_by IS 'How it was first found: poll (the feed itself), or the way of recover_history: wordpress (REST interface), archive (RFC 5005), paged (?paged=N), sitemap (news sitemap), wayback (a web archive''s copy of the feed).';

CREATE TABLE raw.feed_way (
    feed_slug  text NOT NULL REFERENCES raw.feed,
    way        text NOT NULL CHECK (way IN ('wordpress', 'archive', 'paged', 'sitemap', 'wayback')),
    is_offered boolean,
    address    text,
    evidence   text NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (feed_slug, way)
);
COMMENT ON TABLE raw.feed_way IS 'Grain: one way into the past of one feed, as recover_history last found it.';
COMMENT ON COLUMN raw.feed_way.feed_slug IS 'The feed.';
COMMENT ON COLUMN raw.feed_way.way IS 'wordpress, archive, paged, sitemap or wayback; as in raw.entry.found_by.';
COMMENT ON COLUMN raw.feed_way.is_offered IS 'Whether the publisher offers it. A way not offered is not tried again for 30 days; null: it could not be found out, and is tried again.';
COMMENT ON COLUMN raw.feed_way.address IS 'Where it begins; null where it is not offered.';
COMMENT ON COLUMN raw.feed_way.evidence IS 'What was seen, in words.';
COMMENT ON COLUMN raw.feed_way.seen_at IS 'When.';

CREATE TABLE raw.recovery_request (
    request_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed_slug       text NOT NULL REFERENCES raw.feed,
    way             text NOT NULL CHECK (way IN ('wordpress', 'archive', 'paged', 'sitemap', 'wayback')),
    day             date NOT NULL,
    batch_id        text REFERENCES raw.batch,
    asked_at        timestamptz NOT NULL,
    url             text NOT NULL,
    http_status     smallint,
    error_class     text,
    error           text,
    body_bytes      integer NOT NULL,
    elapsed_ms      integer NOT NULL,
    entry_count     integer NOT NULL,
    new_count       integer NOT NULL,
    known_count     integer NOT NULL,
    repeated_count  integer NOT NULL,
    landing_file    text,
    landing_offset  bigint,
    landing_length  bigint,
    landing_sha256  text,
    CONSTRAINT entries_conserved CHECK (entry_count = new_count + known_count + repeated_count),
    CONSTRAINT landing_whole CHECK (num_nulls(landing_file, landing_offset, landing_length, landing_sha256) IN (0, 4))
);
CREATE INDEX recovery_request_by_batch ON raw.recovery_request (batch_id);
CREATE INDEX recovery_request_by_feed ON raw.recovery_request (feed_slug, day);
COMMENT ON TABLE raw.recovery_request IS 'Grain: one request made in search of a day, whatever came of it.';
COMMENT ON COLUMN raw.recovery_request.request_id IS 'Surrogate key, in order of recording.';
COMMENT ON COLUMN raw.recovery_request.feed_slug IS 'The feed whose past was searched.';
COMMENT ON COLUMN raw.recovery_request.way IS 'The way that asked for it first.';
COMMENT ON COLUMN raw.recovery_request.day IS 'The day that was searched for.';
COMMENT ON COLUMN raw.recovery_request.batch_id IS 'The batch that its entries went into; null where it brought nothing new.';
COMMENT ON COLUMN raw.recovery_request.asked_at IS 'When.';
COMMENT ON COLUMN raw.recovery_request.url IS 'Address asked.';
COMMENT ON COLUMN raw.recovery_request.http_status IS 'HTTP status; null where no answer came.';
COMMENT ON COLUMN raw.recovery_request.error_class IS 'Kind of failure or refusal.';
COMMENT ON COLUMN raw.recovery_request.error IS 'What went wrong, in words.';
COMMENT ON COLUMN raw.recovery_request.body_bytes IS 'Bytes of the body after content decoding.';
COMMENT ON COLUMN raw.recovery_request.elapsed_ms IS 'Milliseconds from request to last byte.';
COMMENT ON COLUMN raw.recovery_request.entry_count IS 'Entries in the document, of whatever day.';
COMMENT ON COLUMN raw.recovery_request.new_count IS 'Entries that no feed had brought; they are stored, each under its own day.';
COMMENT ON COLUMN raw.recovery_request.known_count IS 'Entries that are stored already, under the same identity or the same canonical URL.';
COMMENT ON COLUMN raw.recovery_request.repeated_count IS 'Entries that an earlier request of this search had brought.';
COMMENT ON COLUMN raw.recovery_request.landing_file IS 'WARC file under the landing root.';
COMMENT ON COLUMN raw.recovery_request.landing_offset IS 'Byte at which the record begins.';
COMMENT ON COLUMN raw.recovery_request.landing_length IS 'Bytes of the record, compressed.';
COMMENT ON COLUMN raw.recovery_request.landing_sha256 IS 'SHA-256 of the body as received.';
