-- One row per happening, the reports it was linked from, and what became of events that were merged or changed.

CREATE TABLE core.event (
    event_id             text PRIMARY KEY,
    plover_root          text NOT NULL,
    plover_mode          text,
    acled_event_type     text,
    acled_sub_event_type text,
    event_start_date     date,
    event_end_date       date,
    date_precision       text NOT NULL,
    place_id             text REFERENCES core.place,
    place_name           text,
    admin1_pcode         text,
    country              text,
    lat                  double precision,
    lon                  double precision,
    place_precision      smallint,
    place_null_reason    text,
    languages            text[] NOT NULL,
    report_count         integer NOT NULL,
    article_count        integer NOT NULL,
    source_count         integer NOT NULL,
    family_count         integer NOT NULL,
    is_contested         boolean NOT NULL,
    confidence           text NOT NULL,
    claimed_by           text[] NOT NULL,
    versions             jsonb NOT NULL,
    first_reported_at    timestamptz NOT NULL,
    last_reported_at     timestamptz NOT NULL
);
CREATE INDEX event_by_date ON core.event (event_start_date);
CREATE INDEX event_by_governorate ON core.event (admin1_pcode, event_start_date);
COMMENT ON TABLE core.event IS 'Grain: one happening in the world, linked from actual reports of current article versions.';
COMMENT ON COLUMN core.event.event_id IS 'Stable: reports may be added without changing it.';
COMMENT ON COLUMN core.event.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN core.event.plover_mode IS 'PLOVER mode.';
COMMENT ON COLUMN core.event.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN core.event.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN core.event.event_start_date IS 'First day.';
COMMENT ON COLUMN core.event.event_end_date IS 'Last day.';
COMMENT ON COLUMN core.event.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN core.event.place_id IS 'Place in the gazetteer.';
COMMENT ON COLUMN core.event.place_name IS 'Name of the place.';
COMMENT ON COLUMN core.event.admin1_pcode IS 'Governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN core.event.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN core.event.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN core.event.lon IS 'Longitude, degrees.';
COMMENT ON COLUMN core.event.place_precision IS '1 the place, 2 near it or its district, 3 governorate (its centre stands in), 4 country or vague region.';
COMMENT ON COLUMN core.event.place_null_reason IS 'Why there is no place.';
COMMENT ON COLUMN core.event.languages IS 'Languages of its reports, ISO 639-1.';
COMMENT ON COLUMN core.event.report_count IS 'Reports linked.';
COMMENT ON COLUMN core.event.article_count IS 'Articles that these stand in.';
COMMENT ON COLUMN core.event.source_count IS 'Sources of these articles.';
COMMENT ON COLUMN core.event.family_count IS 'Independent publisher families; copies do not count.';
COMMENT ON COLUMN core.event.is_contested IS 'Sources disagree, or somebody denies it.';
COMMENT ON COLUMN core.event.confidence IS 'Grade A (best) to D; the rule stands in events/confidence.py.';
COMMENT ON COLUMN core.event.claimed_by IS 'Whom the reports credit, most often credited first.';
COMMENT ON COLUMN core.event.versions IS 'What is contested: about, value, said_by, report_ids of each side.';
COMMENT ON COLUMN core.event.first_reported_at IS 'Publication (or first sight) of the earliest report.';
COMMENT ON COLUMN core.event.last_reported_at IS 'Publication (or first sight) of the latest report.';

CREATE TABLE core.event_toll (
    event_id       text NOT NULL REFERENCES core.event ON DELETE CASCADE,
    kind           text NOT NULL,
    victims        text NOT NULL,
    low            integer,
    best           integer,
    high           integer,
    claimant_count integer NOT NULL,
    PRIMARY KEY (event_id, kind, victims)
);
COMMENT ON TABLE core.event_toll IS 'Grain: one kind of toll and victims of one event, over the claims of its reports.';
COMMENT ON COLUMN core.event_toll.event_id IS 'The event.';
COMMENT ON COLUMN core.event_toll.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN core.event_toll.victims IS 'civilian, combatant or all.';
COMMENT ON COLUMN core.event_toll.low IS 'Lowest claim.';
COMMENT ON COLUMN core.event_toll.best IS 'Conservative best estimate.';
COMMENT ON COLUMN core.event_toll.high IS 'Highest claim.';
COMMENT ON COLUMN core.event_toll.claimant_count IS 'Independent claimants behind it.';

CREATE TABLE core.event_actor (
    event_id    text NOT NULL REFERENCES core.event ON DELETE CASCADE,
    position    smallint NOT NULL,
    role        text NOT NULL CHECK (role IN ('actor1', 'actor2')),
    group_code  text NOT NULL,
    name        text NOT NULL,
    voice_count integer NOT NULL,
    PRIMARY KEY (event_id, position)
);
COMMENT ON TABLE core.event_actor IS 'Grain: one actor of one event.';
COMMENT ON COLUMN core.event_actor.event_id IS 'The event.';
COMMENT ON COLUMN core.event_actor.position IS 'Order of the actors.';
COMMENT ON COLUMN core.event_actor.role IS 'actor1 does it, actor2 receives it.';
COMMENT ON COLUMN core.event_actor.group_code IS 'Group of the codebook.';
COMMENT ON COLUMN core.event_actor.name IS 'As most reports name it.';
COMMENT ON COLUMN core.event_actor.voice_count IS 'Independent publishers that name it in this role.';

CREATE TABLE core.event_report (
    report_id text PRIMARY KEY REFERENCES core.report ON DELETE CASCADE,
    event_id  text NOT NULL REFERENCES core.event DEFERRABLE INITIALLY DEFERRED,
    score     real NOT NULL,
    reasons   text[] NOT NULL
);
CREATE INDEX event_report_by_event ON core.event_report (event_id);
COMMENT ON TABLE core.event_report IS 'Grain: one link from a report to its event.';
COMMENT ON COLUMN core.event_report.report_id IS 'The report.';
COMMENT ON COLUMN core.event_report.event_id IS 'The event.';
COMMENT ON COLUMN core.event_report.score IS 'Strength of the link, 0 to 1; 1 for the first report of an event.';
COMMENT ON COLUMN core.event_report.reasons IS 'What speaks for the link.';

CREATE TABLE core.event_tombstone (
    event_id    text PRIMARY KEY,
    merged_into text NOT NULL
);
COMMENT ON TABLE core.event_tombstone IS 'Grain: one event that was merged into another, so that old ids still lead somewhere.';
COMMENT ON COLUMN core.event_tombstone.event_id IS 'The id that is no more.';
COMMENT ON COLUMN core.event_tombstone.merged_into IS 'Where its reports are now.';

-- Rows on their way into core: extract and code write them, check judges them, load takes those that passed.

CREATE TABLE raw.derivation (
    work_key text PRIMARY KEY,
    run_id   text NOT NULL,
    stage    text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE raw.derivation IS 'Grain: one piece of work on its way into core. The run that began it last owns its rows; an older run steps back.';
COMMENT ON COLUMN raw.derivation.work_key IS 'batch:… or day:…';
COMMENT ON COLUMN raw.derivation.run_id IS 'The run that owns the rows.';
COMMENT ON COLUMN raw.derivation.stage IS 'The last stage that it finished.';
COMMENT ON COLUMN raw.derivation.begun_at IS 'When it began.';

CREATE TABLE raw.derived_article (
    work_key            text NOT NULL,
    entry_id            text NOT NULL,
    entry_version       smallint NOT NULL,
    outcome             text NOT NULL CHECK (outcome IN ('loaded', 'rejected', 'irrelevant', 'duplicate', 'pending')),
    outcome_reason      text,
    article_id          text,
    content_hash        text,
    title               text,
    body                text,
    fingerprint         text,
    language            text,
    script              text,
    authors             text[],
    published_at        timestamptz,
    modified_at         timestamptz,
    section             text,
    site_name           text,
    image_url           text,
    url                 text,
    extractor           text,
    agreement           real,
    text_from           text,
    wall                text,
    field_sources       jsonb,
    relevance           text,
    relevance_score     real,
    relevance_reasons   text[],
    coding_status       text,
    coding_error        text,
    code_version        text NOT NULL,
    PRIMARY KEY (work_key, entry_id, entry_version),
    FOREIGN KEY (entry_id, entry_version) REFERENCES raw.entry_version
);
COMMENT ON TABLE raw.derived_article IS 'Grain: what one piece of work makes of one entry version: its outcome and, where there is one, the article. Emptied when the work is linked.';
COMMENT ON COLUMN raw.derived_article.work_key IS 'batch:… or day:…';
COMMENT ON COLUMN raw.derived_article.entry_id IS 'The entry.';
COMMENT ON COLUMN raw.derived_article.entry_version IS 'Its version.';
COMMENT ON COLUMN raw.derived_article.outcome IS 'What is to become of the entry version.';
COMMENT ON COLUMN raw.derived_article.outcome_reason IS 'Why.';
COMMENT ON COLUMN raw.derived_article.article_id IS 'See core.article_version, as for all following columns.';
COMMENT ON COLUMN raw.derived_article.content_hash IS 'Hash of title and text.';
COMMENT ON COLUMN raw.derived_article.title IS 'Headline.';
COMMENT ON COLUMN raw.derived_article.body IS 'Text.';
COMMENT ON COLUMN raw.derived_article.fingerprint IS 'Hash of the normalised text.';
COMMENT ON COLUMN raw.derived_article.language IS 'Detected language.';
COMMENT ON COLUMN raw.derived_article.script IS 'Script.';
COMMENT ON COLUMN raw.derived_article.authors IS 'Authors.';
COMMENT ON COLUMN raw.derived_article.published_at IS 'Publication time.';
COMMENT ON COLUMN raw.derived_article.modified_at IS 'Last edit.';
COMMENT ON COLUMN raw.derived_article.section IS 'Section.';
COMMENT ON COLUMN raw.derived_article.site_name IS 'Name of the site.';
COMMENT ON COLUMN raw.derived_article.image_url IS 'Lead image.';
COMMENT ON COLUMN raw.derived_article.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN raw.derived_article.extractor IS 'What made the text.';
COMMENT ON COLUMN raw.derived_article.agreement IS 'How far the extractors agreed.';
COMMENT ON COLUMN raw.derived_article.text_from IS 'page or feed.';
COMMENT ON COLUMN raw.derived_article.wall IS 'Why the page did not serve.';
COMMENT ON COLUMN raw.derived_article.field_sources IS 'Field to where its value was read.';
COMMENT ON COLUMN raw.derived_article.relevance IS 'Decision on relevance.';
COMMENT ON COLUMN raw.derived_article.relevance_score IS 'Score behind it.';
COMMENT ON COLUMN raw.derived_article.relevance_reasons IS 'Reasons behind it.';
COMMENT ON COLUMN raw.derived_article.coding_status IS 'Set by the coder.';
COMMENT ON COLUMN raw.derived_article.coding_error IS 'What broke the coder on this article; such an article is rejected.';
COMMENT ON COLUMN raw.derived_article.code_version IS 'Version of the code that derived it.';

CREATE TABLE raw.derived_report (
    work_key             text NOT NULL,
    report_id            text NOT NULL,
    entry_id             text NOT NULL,
    entry_version        smallint NOT NULL,
    is_rejected          boolean NOT NULL DEFAULT false,
    article_id           text NOT NULL,
    content_hash         text NOT NULL,
    rank                 smallint NOT NULL,
    realis               text NOT NULL,
    plover_root          text NOT NULL,
    plover_mode          text,
    acled_event_type     text,
    acled_sub_event_type text,
    event_start_date     date,
    event_end_date       date,
    date_precision       text NOT NULL,
    place_id             text,
    place_name           text,
    admin1_pcode         text,
    country              text,
    lat                  double precision,
    lon                  double precision,
    place_precision      smallint,
    place_start          integer,
    place_end            integer,
    place_null_reason    text,
    claimed_by_name      text,
    claimed_by_status    text,
    coder_version        text NOT NULL,
    evidence             jsonb NOT NULL,
    actors               jsonb NOT NULL,
    casualties           jsonb NOT NULL,
    PRIMARY KEY (work_key, report_id),
    FOREIGN KEY (work_key, entry_id, entry_version) REFERENCES raw.derived_article ON DELETE CASCADE
);
CREATE INDEX derived_report_by_entry ON raw.derived_report (work_key, entry_id, entry_version);
COMMENT ON TABLE raw.derived_report IS 'Grain: one report on its way into core. Emptied when the work is linked.';
COMMENT ON COLUMN raw.derived_report.work_key IS 'batch:… or day:…';
COMMENT ON COLUMN raw.derived_report.report_id IS 'See core.report, as for all following columns.';
COMMENT ON COLUMN raw.derived_report.entry_id IS 'The entry.';
COMMENT ON COLUMN raw.derived_report.entry_version IS 'Its version.';
COMMENT ON COLUMN raw.derived_report.is_rejected IS 'A critical expectation failed.';
COMMENT ON COLUMN raw.derived_report.article_id IS 'The article.';
COMMENT ON COLUMN raw.derived_report.content_hash IS 'The version of the article.';
COMMENT ON COLUMN raw.derived_report.rank IS 'Salience.';
COMMENT ON COLUMN raw.derived_report.realis IS 'Realis.';
COMMENT ON COLUMN raw.derived_report.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN raw.derived_report.plover_mode IS 'PLOVER mode.';
COMMENT ON COLUMN raw.derived_report.acled_event_type IS 'ACLED event type.';
COMMENT ON COLUMN raw.derived_report.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN raw.derived_report.event_start_date IS 'First day.';
COMMENT ON COLUMN raw.derived_report.event_end_date IS 'Last day.';
COMMENT ON COLUMN raw.derived_report.date_precision IS 'Precision of the date.';
COMMENT ON COLUMN raw.derived_report.place_id IS 'Place in the gazetteer.';
COMMENT ON COLUMN raw.derived_report.place_name IS 'Place as named.';
COMMENT ON COLUMN raw.derived_report.admin1_pcode IS 'Governorate.';
COMMENT ON COLUMN raw.derived_report.country IS 'Country.';
COMMENT ON COLUMN raw.derived_report.lat IS 'Latitude.';
COMMENT ON COLUMN raw.derived_report.lon IS 'Longitude.';
COMMENT ON COLUMN raw.derived_report.place_precision IS 'Precision of the place.';
COMMENT ON COLUMN raw.derived_report.place_start IS 'First character of the place''s name.';
COMMENT ON COLUMN raw.derived_report.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN raw.derived_report.place_null_reason IS 'Why there is no place.';
COMMENT ON COLUMN raw.derived_report.claimed_by_name IS 'Whom the article credits.';
COMMENT ON COLUMN raw.derived_report.claimed_by_status IS 'Status of the claim.';
COMMENT ON COLUMN raw.derived_report.coder_version IS 'Version of the coder.';
COMMENT ON COLUMN raw.derived_report.evidence IS 'Spans: start, end, quote.';
COMMENT ON COLUMN raw.derived_report.actors IS 'Actors: role, name, group, start, end.';
COMMENT ON COLUMN raw.derived_report.casualties IS 'Claims: kind, victims, low, best, high, cumulative, claimed_by, start, end.';

CREATE TABLE core.unsettled_day (
    day date PRIMARY KEY
);
COMMENT ON TABLE core.unsettled_day IS 'Grain: one day whose reports changed since its events were last linked. Written by load, emptied by link, so that a crash in between loses nothing.';
COMMENT ON COLUMN core.unsettled_day.day IS 'Day of the happenings.';
