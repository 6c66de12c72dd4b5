-- What the press says: sources, articles and their versions, reports and their parts, places, events.

CREATE TABLE core.source (
    source_code text PRIMARY KEY,
    name        text NOT NULL,
    homepage    text,
    language    text,
    country     text,
    perspective text,
    scope       text NOT NULL,
    family      text NOT NULL
);
COMMENT ON TABLE core.source IS 'Grain: one publisher''s feed, as analysts know it.';
COMMENT ON COLUMN core.source.source_code IS 'Slug of the feed.';
COMMENT ON COLUMN core.source.name IS 'Name of the outlet.';
COMMENT ON COLUMN core.source.homepage IS 'Front page.';
COMMENT ON COLUMN core.source.language IS 'Main language, ISO 639-1.';
COMMENT ON COLUMN core.source.country IS 'Country of the publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN core.source.perspective IS 'Editorial standpoint, as judged in the registry.';
COMMENT ON COLUMN core.source.scope IS 'syria, region or world.';
COMMENT ON COLUMN core.source.family IS 'Publisher family; independent families corroborate each other.';

CREATE TABLE core.article (
    article_id          text PRIMARY KEY,
    url                 text,
    source_code         text NOT NULL REFERENCES core.source,
    entry_id            text NOT NULL REFERENCES raw.entry,
    first_seen_at       timestamptz NOT NULL,
    original_article_id text,
    copy_kind           text CHECK (copy_kind IN ('copy', 'rewritten')),
    copy_similarity     real,
    CONSTRAINT copy_has_kind CHECK (num_nulls(original_article_id, copy_kind) IN (0, 2))
);
CREATE INDEX article_by_source ON core.article (source_code);
COMMENT ON TABLE core.article IS 'Grain: one article, by canonical URL (by entry where there is no link of its own).';
COMMENT ON COLUMN core.article.article_id IS 'Hash of the canonical URL or of the entry.';
COMMENT ON COLUMN core.article.url IS 'Canonical URL; null where the feed''s link is not the publisher''s.';
COMMENT ON COLUMN core.article.source_code IS 'Who published it.';
COMMENT ON COLUMN core.article.entry_id IS 'The entry that first pointed at it.';
COMMENT ON COLUMN core.article.first_seen_at IS 'When that entry was first seen.';
COMMENT ON COLUMN core.article.original_article_id IS 'The article that this one copies or rewrites; null for an original.';
COMMENT ON COLUMN core.article.copy_kind IS 'copy: the same words; rewritten: most of them.';
COMMENT ON COLUMN core.article.copy_similarity IS 'Share of shingles in common with the original, 0 to 1.';

CREATE TABLE core.article_version (
    article_id        text NOT NULL REFERENCES core.article ON DELETE CASCADE,
    content_hash      text NOT NULL,
    entry_id          text NOT NULL,
    entry_version     smallint NOT NULL,
    is_current        boolean NOT NULL,
    title             text NOT NULL,
    body              text NOT NULL,
    fingerprint       text NOT NULL,
    language          text,
    script            text,
    authors           text[] NOT NULL,
    published_at      timestamptz,
    modified_at       timestamptz,
    section           text,
    site_name         text,
    image_url         text,
    extractor         text,
    agreement         real,
    text_from         text NOT NULL CHECK (text_from IN ('page', 'feed')),
    wall              text,
    field_sources     jsonb NOT NULL,
    relevance         text NOT NULL,
    relevance_score   real NOT NULL,
    relevance_reasons text[] NOT NULL,
    coding_status     text NOT NULL CHECK (coding_status IN ('coded', 'language_not_coded')),
    code_version      text NOT NULL,
    PRIMARY KEY (article_id, content_hash),
    FOREIGN KEY (entry_id, entry_version) REFERENCES raw.entry_version
);
CREATE UNIQUE INDEX article_version_current ON core.article_version (article_id) WHERE is_current;
CREATE INDEX article_version_by_entry ON core.article_version (entry_id, entry_version);
CREATE INDEX article_version_by_fingerprint ON core.article_version (fingerprint);
COMMENT ON TABLE core.article_version IS 'Grain: one wording of an article. Reports belong to a version; events count current versions only.';
COMMENT ON COLUMN core.article_version.article_id IS 'The article.';
COMMENT ON COLUMN core.article_version.content_hash IS 'Hash of title and text.';
COMMENT ON COLUMN core.article_version.entry_id IS 'The entry it was derived for.';
COMMENT ON COLUMN core.article_version.entry_version IS 'The version of that entry.';
COMMENT ON COLUMN core.article_version.is_current IS 'The wording that stands now: that of the latest entry version.';
COMMENT ON COLUMN core.article_version.title IS 'Headline, without the site''s name.';
COMMENT ON COLUMN core.article_version.body IS 'Text. Offsets of reports refer to title, line feed, body.';
COMMENT ON COLUMN core.article_version.fingerprint IS 'Hash of the normalised text: equal for copies.';
COMMENT ON COLUMN core.article_version.language IS 'Detected language, ISO 639-1; null where it cannot be told.';
COMMENT ON COLUMN core.article_version.script IS 'Script, ISO 15924.';
COMMENT ON COLUMN core.article_version.authors IS 'Authors.';
COMMENT ON COLUMN core.article_version.published_at IS 'Publication time; null rather than guessed.';
COMMENT ON COLUMN core.article_version.modified_at IS 'Last edit, as the publisher states it.';
COMMENT ON COLUMN core.article_version.section IS 'Section of the site.';
COMMENT ON COLUMN core.article_version.site_name IS 'Name of the site as the page states it.';
COMMENT ON COLUMN core.article_version.image_url IS 'Lead image; not fetched.';
COMMENT ON COLUMN core.article_version.extractor IS 'What made the text, with versions.';
COMMENT ON COLUMN core.article_version.agreement IS 'How far the extractors agreed, 0 to 1; null where one ran alone.';
COMMENT ON COLUMN core.article_version.text_from IS 'page, or feed where the page did not serve.';
COMMENT ON COLUMN core.article_version.wall IS 'Why the page did not serve.';
COMMENT ON COLUMN core.article_version.field_sources IS 'Field to where its value was read.';
COMMENT ON COLUMN core.article_version.relevance IS 'relevant or background.';
COMMENT ON COLUMN core.article_version.relevance_score IS 'How much it is about Syria.';
COMMENT ON COLUMN core.article_version.relevance_reasons IS 'Why.';
COMMENT ON COLUMN core.article_version.coding_status IS 'coded, or language_not_coded: there is no coder for its language.';
COMMENT ON COLUMN core.article_version.code_version IS 'Version of the code that derived it.';

CREATE TABLE core.place (
    place_id     text PRIMARY KEY,
    name         text NOT NULL,
    name_ar      text,
    kind         text NOT NULL,
    admin1_pcode text,
    admin2_pcode text,
    country      text,
    lat          double precision,
    lon          double precision,
    CONSTRAINT coordinates_whole CHECK (num_nulls(lat, lon) IN (0, 2))
);
COMMENT ON TABLE core.place IS 'Grain: one place of the gazetteer that a report named.';
COMMENT ON COLUMN core.place.place_id IS 'Key in the gazetteer.';
COMMENT ON COLUMN core.place.name IS 'English name.';
COMMENT ON COLUMN core.place.name_ar IS 'Arabic name.';
COMMENT ON COLUMN core.place.kind IS 'governorate, district, city, town, village, neighbourhood, crossing, camp …';
COMMENT ON COLUMN core.place.admin1_pcode IS 'Governorate, OCHA P-code.';
COMMENT ON COLUMN core.place.admin2_pcode IS 'District, OCHA P-code.';
COMMENT ON COLUMN core.place.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN core.place.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN core.place.lon IS 'Longitude, degrees.';

CREATE TABLE core.report (
    report_id            text PRIMARY KEY,
    article_id           text NOT NULL,
    content_hash         text NOT NULL,
    rank                 smallint NOT NULL CHECK (rank >= 1),
    realis               text NOT NULL CHECK (realis IN ('actual', 'planned', 'hypothetical', 'negated', 'historical')),
    plover_root          text NOT NULL,
    plover_mode          text,
    acled_event_type     text,
    acled_sub_event_type text,
    event_start_date     date,
    event_end_date       date,
    date_precision       text NOT NULL CHECK (date_precision IN ('day', 'week', 'month', 'year', 'unknown')),
    place_id             text REFERENCES core.place,
    place_name           text,
    admin1_pcode         text,
    country              text,
    lat                  double precision,
    lon                  double precision,
    place_precision      smallint CHECK (place_precision BETWEEN 1 AND 4),
    place_start          integer,
    place_end            integer,
    place_null_reason    text,
    claimed_by_name      text,
    claimed_by_status    text CHECK (claimed_by_status IN ('stated', 'claimed', 'denied', 'confirmed')),
    coder_version        text NOT NULL,
    FOREIGN KEY (article_id, content_hash) REFERENCES core.article_version ON DELETE CASCADE,
    CONSTRAINT dates_in_order CHECK (event_start_date <= event_end_date),
    CONSTRAINT acled_whole CHECK (num_nulls(acled_event_type, acled_sub_event_type) IN (0, 2))
);
CREATE INDEX report_by_article ON core.report (article_id, content_hash);
CREATE INDEX report_by_date ON core.report (event_start_date) WHERE realis = 'actual';
COMMENT ON TABLE core.report IS 'Grain: one happening as one version of one article tells it (the codebook''s report).';
COMMENT ON COLUMN core.report.report_id IS 'Hash of article version, type and evidence.';
COMMENT ON COLUMN core.report.article_id IS 'The article.';
COMMENT ON COLUMN core.report.content_hash IS 'The version of the article.';
COMMENT ON COLUMN core.report.rank IS 'Salience within the article; 1 is the lead.';
COMMENT ON COLUMN core.report.realis IS 'actual, planned, hypothetical, negated or historical; only actual reports become events.';
COMMENT ON COLUMN core.report.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN core.report.plover_mode IS 'PLOVER mode, vocabulary of the manual 2.0.';
COMMENT ON COLUMN core.report.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN core.report.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN core.report.event_start_date IS 'First day of the happening.';
COMMENT ON COLUMN core.report.event_end_date IS 'Last day of the happening.';
COMMENT ON COLUMN core.report.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN core.report.place_id IS 'Place in the gazetteer; null where the gazetteer lacks it.';
COMMENT ON COLUMN core.report.place_name IS 'Place as the article names it.';
COMMENT ON COLUMN core.report.admin1_pcode IS 'Governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN core.report.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN core.report.lat IS 'Latitude of the place, degrees; of the centre of the governorate at precision 3.';
COMMENT ON COLUMN core.report.lon IS 'Longitude.';
COMMENT ON COLUMN core.report.place_precision IS '1 the place, 2 near it or its district, 3 governorate, 4 country or vague region.';
COMMENT ON COLUMN core.report.place_start IS 'First character of the place''s name in the article.';
COMMENT ON COLUMN core.report.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN core.report.place_null_reason IS 'Why there is no place.';
COMMENT ON COLUMN core.report.claimed_by_name IS 'Whom the article credits.';
COMMENT ON COLUMN core.report.claimed_by_status IS 'stated, claimed, denied or confirmed.';
COMMENT ON COLUMN core.report.coder_version IS 'Version of the coder.';

CREATE TABLE core.report_evidence (
    report_id  text NOT NULL REFERENCES core.report ON DELETE CASCADE,
    position   smallint NOT NULL,
    span_start integer NOT NULL CHECK (span_start >= 0),
    span_end   integer NOT NULL,
    quote      text NOT NULL,
    PRIMARY KEY (report_id, position),
    CHECK (span_start < span_end)
);
COMMENT ON TABLE core.report_evidence IS 'Grain: one piece of the article that a report was read from.';
COMMENT ON COLUMN core.report_evidence.report_id IS 'The report.';
COMMENT ON COLUMN core.report_evidence.position IS 'Order of the pieces.';
COMMENT ON COLUMN core.report_evidence.span_start IS 'First character.';
COMMENT ON COLUMN core.report_evidence.span_end IS 'End, exclusive.';
COMMENT ON COLUMN core.report_evidence.quote IS 'The words; equal to that slice of the article.';

CREATE TABLE core.report_actor (
    report_id   text NOT NULL REFERENCES core.report ON DELETE CASCADE,
    position    smallint NOT NULL,
    role        text NOT NULL CHECK (role IN ('actor1', 'actor2')),
    name        text NOT NULL,
    group_code  text NOT NULL,
    span_start  integer NOT NULL,
    span_end    integer NOT NULL,
    PRIMARY KEY (report_id, position)
);
COMMENT ON TABLE core.report_actor IS 'Grain: one actor in one report.';
COMMENT ON COLUMN core.report_actor.report_id IS 'The report.';
COMMENT ON COLUMN core.report_actor.position IS 'Order of the actors.';
COMMENT ON COLUMN core.report_actor.role IS 'actor1 does it, actor2 receives it.';
COMMENT ON COLUMN core.report_actor.name IS 'As the article names it.';
COMMENT ON COLUMN core.report_actor.group_code IS 'Group of the codebook.';
COMMENT ON COLUMN core.report_actor.span_start IS 'First character of the name.';
COMMENT ON COLUMN core.report_actor.span_end IS 'End of the name.';

CREATE TABLE core.casualty_claim (
    report_id     text NOT NULL REFERENCES core.report ON DELETE CASCADE,
    position      smallint NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('killed', 'injured', 'missing', 'detained', 'displaced')),
    victims       text NOT NULL CHECK (victims IN ('civilian', 'combatant', 'mixed', 'unknown')),
    low           integer,
    best          integer,
    high          integer,
    is_cumulative boolean NOT NULL,
    claimed_by    text,
    span_start    integer NOT NULL,
    span_end      integer NOT NULL,
    PRIMARY KEY (report_id, position),
    CHECK (low <= best), CHECK (best <= high), CHECK (low <= high)
);
COMMENT ON TABLE core.casualty_claim IS 'Grain: one toll as one report states it.';
COMMENT ON COLUMN core.casualty_claim.report_id IS 'The report.';
COMMENT ON COLUMN core.casualty_claim.position IS 'Order of the claims.';
COMMENT ON COLUMN core.casualty_claim.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN core.casualty_claim.victims IS 'civilian, combatant, mixed or unknown.';
COMMENT ON COLUMN core.casualty_claim.low IS 'Least number; null: open.';
COMMENT ON COLUMN core.casualty_claim.best IS 'Number stated.';
COMMENT ON COLUMN core.casualty_claim.high IS 'Greatest number; null: open ("at least").';
COMMENT ON COLUMN core.casualty_claim.is_cumulative IS 'A toll over a longer time; never the event''s toll.';
COMMENT ON COLUMN core.casualty_claim.claimed_by IS 'Who says so.';
COMMENT ON COLUMN core.casualty_claim.span_start IS 'First character of the claim.';
COMMENT ON COLUMN core.casualty_claim.span_end IS 'End of the claim.';
