-- The contract with BI tools: dimensions, facts and bridges. Views run with the owner's rights, so bi_reader needs no other schema.
-- A name or column that is here stays; new columns come at the end. tests/integration/marts/contract.txt has all of them.

CREATE TABLE mart.dim_governorate (
    admin1_pcode text PRIMARY KEY,
    iso_code     text NOT NULL UNIQUE,
    name_en      text NOT NULL,
    name_ar      text NOT NULL
);
COMMENT ON TABLE mart.dim_governorate IS 'Grain: one of the 14 governorates of Syria.';
COMMENT ON COLUMN mart.dim_governorate.admin1_pcode IS 'OCHA P-code.';
COMMENT ON COLUMN mart.dim_governorate.iso_code IS 'ISO 3166-2, as country maps of BI tools want it.';
COMMENT ON COLUMN mart.dim_governorate.name_en IS 'English name.';
COMMENT ON COLUMN mart.dim_governorate.name_ar IS 'Arabic name.';
INSERT INTO mart.dim_governorate (admin1_pcode, iso_code, name_en, name_ar) VALUES
    ('SY01', 'SY-DI', 'Damascus', 'دمشق'),
    ('SY02', 'SY-HL', 'Aleppo', 'حلب'),
    ('SY03', 'SY-RD', 'Rural Damascus', 'ريف دمشق'),
    ('SY04', 'SY-HI', 'Homs', 'حمص'),
    ('SY05', 'SY-HM', 'Hama', 'حماة'),
    ('SY06', 'SY-LA', 'Lattakia', 'اللاذقية'),
    ('SY07', 'SY-ID', 'Idleb', 'إدلب'),
    ('SY08', 'SY-HA', 'Al-Hasakeh', 'الحسكة'),
    ('SY09', 'SY-DY', 'Deir-ez-Zor', 'دير الزور'),
    ('SY10', 'SY-TA', 'Tartous', 'طرطوس'),
    ('SY11', 'SY-RA', 'Ar-Raqqa', 'الرقة'),
    ('SY12', 'SY-DR', 'Dar''a', 'درعا'),
    ('SY13', 'SY-SU', 'As-Sweida', 'السويداء'),
    ('SY14', 'SY-QU', 'Quneitra', 'القنيطرة');

CREATE TABLE mart.dim_date (
    date_day        date PRIMARY KEY,
    year_number     smallint NOT NULL,
    quarter_number  smallint NOT NULL,
    month_number    smallint NOT NULL,
    iso_year_number smallint NOT NULL,
    iso_week_number smallint NOT NULL,
    weekday_number  smallint NOT NULL,
    month_date      date NOT NULL
);
COMMENT ON TABLE mart.dim_date IS 'Grain: one day from 2010 to 2040.';
COMMENT ON COLUMN mart.dim_date.date_day IS 'The day.';
COMMENT ON COLUMN mart.dim_date.year_number IS 'Calendar year.';
COMMENT ON COLUMN mart.dim_date.quarter_number IS '1 to 4.';
COMMENT ON COLUMN mart.dim_date.month_number IS '1 to 12.';
COMMENT ON COLUMN mart.dim_date.iso_year_number IS 'Year of the ISO week.';
COMMENT ON COLUMN mart.dim_date.iso_week_number IS 'ISO week.';
COMMENT ON COLUMN mart.dim_date.weekday_number IS '1 Monday to 7 Sunday.';
COMMENT ON COLUMN mart.dim_date.month_date IS 'First day of the month.';
INSERT INTO mart.dim_date
SELECT d, extract(year FROM d), extract(quarter FROM d), extract(month FROM d), extract(isoyear FROM d),
       extract(week FROM d), extract(isodow FROM d), date_trunc('month', d)::date
FROM generate_series('2010-01-01'::date, '2040-12-31', '1 day') AS day (d);

CREATE TABLE mart.dim_district (
    admin2_pcode text PRIMARY KEY,
    admin1_pcode text NOT NULL REFERENCES mart.dim_governorate,
    name_en      text NOT NULL,
    name_ar      text
);
COMMENT ON TABLE mart.dim_district IS 'Grain: one district of Syria; written from the gazetteer.';
COMMENT ON COLUMN mart.dim_district.admin2_pcode IS 'OCHA P-code of the district.';
COMMENT ON COLUMN mart.dim_district.admin1_pcode IS 'Its governorate.';
COMMENT ON COLUMN mart.dim_district.name_en IS 'English name.';
COMMENT ON COLUMN mart.dim_district.name_ar IS 'Arabic name.';

CREATE TABLE mart.dim_event_type (
    event_type_code       text PRIMARY KEY,
    plover_root           text NOT NULL,
    acled_event_type      text,
    acled_sub_event_type  text,
    quad_class            smallint NOT NULL,
    cameo_root            text NOT NULL,
    disorder_type         text,
    goldstein_score       real NOT NULL DEFAULT 0,
    ucdp_type_of_violence smallint
);
COMMENT ON TABLE mart.dim_event_type IS 'Grain: one kind of happening in all vocabularies; written from the codebook.';
COMMENT ON COLUMN mart.dim_event_type.event_type_code IS 'ACLED sub-event type or, where ACLED has none, the PLOVER root.';
COMMENT ON COLUMN mart.dim_event_type.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN mart.dim_event_type.acled_event_type IS 'ACLED event type.';
COMMENT ON COLUMN mart.dim_event_type.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN mart.dim_event_type.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN mart.dim_event_type.cameo_root IS 'CAMEO root code.';
COMMENT ON COLUMN mart.dim_event_type.disorder_type IS 'ACLED disorder type.';
COMMENT ON COLUMN mart.dim_event_type.goldstein_score IS 'Goldstein-like score of the PLOVER manual, -10 to 10.';
COMMENT ON COLUMN mart.dim_event_type.ucdp_type_of_violence IS 'UCDP type of violence where the type alone tells it: 3 one-sided for violence against civilians; null where the actors decide (see fact_event).';

CREATE TABLE mart.dim_actor (
    group_code  text PRIMARY KEY,
    name_en     text NOT NULL,
    is_state    boolean NOT NULL DEFAULT false,
    is_armed    boolean NOT NULL DEFAULT false,
    acled_inter smallint
);
COMMENT ON TABLE mart.dim_actor IS 'Grain: one actor group of the codebook, or a state. Its named members, with the days on which they belong to it, are in dim_actor_period.';
COMMENT ON COLUMN mart.dim_actor.group_code IS 'Group of the codebook; ISO 3166 alpha-3 in lower case for other states.';
COMMENT ON COLUMN mart.dim_actor.name_en IS 'Name to show.';
COMMENT ON COLUMN mart.dim_actor.is_state IS 'The forces of a state.';
COMMENT ON COLUMN mart.dim_actor.is_armed IS 'Its members fight.';
COMMENT ON COLUMN mart.dim_actor.acled_inter IS 'ACLED interaction code: 1 state forces, 2 rebels, 3 political militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians, 8 external and other forces.';

CREATE TABLE mart.dim_actor_period (
    actor_id    text NOT NULL,
    period_from date NOT NULL DEFAULT '-infinity',
    period_to   date NOT NULL DEFAULT 'infinity',
    group_code  text NOT NULL REFERENCES mart.dim_actor,
    name_en     text NOT NULL,
    name_ar     text,
    wikidata_id text,
    sector      text NOT NULL,
    acled_inter smallint,
    parent_id   text,
    PRIMARY KEY (actor_id, period_from),
    CHECK (period_from <= period_to)
);
COMMENT ON TABLE mart.dim_actor_period IS 'Grain: one named actor during the days on which it belongs to one group; written from the actor dictionary.';
COMMENT ON COLUMN mart.dim_actor_period.actor_id IS 'Key in the actor dictionary.';
COMMENT ON COLUMN mart.dim_actor_period.period_from IS 'First day; -infinity where open.';
COMMENT ON COLUMN mart.dim_actor_period.period_to IS 'Last day; infinity where open.';
COMMENT ON COLUMN mart.dim_actor_period.group_code IS 'Its group in these days.';
COMMENT ON COLUMN mart.dim_actor_period.name_en IS 'English name.';
COMMENT ON COLUMN mart.dim_actor_period.name_ar IS 'Arabic name.';
COMMENT ON COLUMN mart.dim_actor_period.wikidata_id IS 'Item in Wikidata.';
COMMENT ON COLUMN mart.dim_actor_period.sector IS 'PLOVER sector.';
COMMENT ON COLUMN mart.dim_actor_period.acled_inter IS 'ACLED interaction code.';
COMMENT ON COLUMN mart.dim_actor_period.parent_id IS 'Actor that it is a part of.';

CREATE VIEW mart.dim_source AS
SELECT source_code, name, homepage, language, country, perspective, scope, family FROM core.source;
COMMENT ON VIEW mart.dim_source IS 'Grain: one source.';
COMMENT ON COLUMN mart.dim_source.source_code IS 'Slug of the feed in the registry.';
COMMENT ON COLUMN mart.dim_source.name IS 'Name of the outlet.';
COMMENT ON COLUMN mart.dim_source.homepage IS 'Front page.';
COMMENT ON COLUMN mart.dim_source.language IS 'Main language, ISO 639-1.';
COMMENT ON COLUMN mart.dim_source.country IS 'Country of the publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.dim_source.perspective IS 'Editorial standpoint, as judged in the registry.';
COMMENT ON COLUMN mart.dim_source.scope IS 'syria, region or world.';
COMMENT ON COLUMN mart.dim_source.family IS 'Publisher family: sources of one family do not corroborate each other.';

CREATE VIEW mart.dim_place AS
SELECT p.place_id, p.name, p.name_ar, p.kind, p.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, p.admin2_pcode,
       p.country, p.lat, p.lon, d.name_en AS district
FROM core.place p
LEFT JOIN mart.dim_governorate g USING (admin1_pcode)
LEFT JOIN mart.dim_district d USING (admin2_pcode);
COMMENT ON VIEW mart.dim_place IS 'Grain: one place that a report named, with its district and governorate.';
COMMENT ON COLUMN mart.dim_place.place_id IS 'Key in the gazetteer.';
COMMENT ON COLUMN mart.dim_place.name IS 'English name.';
COMMENT ON COLUMN mart.dim_place.name_ar IS 'Arabic name.';
COMMENT ON COLUMN mart.dim_place.kind IS 'Kind of place, for example town.';
COMMENT ON COLUMN mart.dim_place.admin1_pcode IS 'Governorate, OCHA P-code.';
COMMENT ON COLUMN mart.dim_place.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.dim_place.governorate IS 'Governorate, English name.';
COMMENT ON COLUMN mart.dim_place.admin2_pcode IS 'District, OCHA P-code.';
COMMENT ON COLUMN mart.dim_place.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.dim_place.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN mart.dim_place.lon IS 'Longitude, degrees.';
COMMENT ON COLUMN mart.dim_place.district IS 'District, English name.';

CREATE VIEW mart.fact_event AS
SELECT e.event_id,
       coalesce(e.acled_sub_event_type, e.plover_root) AS event_type_code,
       e.event_start_date, e.event_end_date, e.date_precision,
       e.place_id, e.admin1_pcode, e.country, e.lat, e.lon, e.place_precision,
       k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,
       i.low AS injured_low, i.best AS injured_best, i.high AS injured_high,
       e.report_count, e.article_count, e.source_count, e.family_count, e.is_contested, e.confidence,
       e.first_reported_at, e.last_reported_at,
       e.place_precision >= 3 AS is_centroid,
       (SELECT CASE WHEN NOT one.is_armed THEN NULL
                    WHEN NOT two.is_armed THEN 3
                    WHEN one.is_state OR two.is_state THEN 1
                    ELSE 2 END::smallint
        FROM (SELECT a.group_code FROM core.event_actor a
              WHERE a.event_id = e.event_id AND a.role = 'actor1' ORDER BY a.position LIMIT 1) doer
        JOIN mart.dim_actor one ON one.group_code = doer.group_code
        CROSS JOIN (SELECT a.group_code FROM core.event_actor a
                    WHERE a.event_id = e.event_id AND a.role = 'actor2' ORDER BY a.position LIMIT 1) sufferer
        JOIN mart.dim_actor two ON two.group_code = sufferer.group_code
        WHERE e.plover_root = 'ASSAULT') AS ucdp_type_of_violence,
       e.plover_root, e.plover_mode, e.acled_event_type, e.acled_sub_event_type, e.place_name
FROM core.event e
LEFT JOIN core.event_toll k ON k.event_id = e.event_id AND k.kind = 'killed' AND k.victims = 'all'
LEFT JOIN core.event_toll i ON i.event_id = e.event_id AND i.kind = 'injured' AND i.victims = 'all';
COMMENT ON VIEW mart.fact_event IS 'Grain: one event; measures: tolls with ranges and counts of what they rest on.';
COMMENT ON COLUMN mart.fact_event.event_id IS 'Stable: reports may be added without changing it.';
COMMENT ON COLUMN mart.fact_event.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.fact_event.event_start_date IS 'First day; key of dim_date. Null where nobody says when.';
COMMENT ON COLUMN mart.fact_event.event_end_date IS 'Last day.';
COMMENT ON COLUMN mart.fact_event.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN mart.fact_event.place_id IS 'Key of dim_place.';
COMMENT ON COLUMN mart.fact_event.admin1_pcode IS 'Key of dim_governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.fact_event.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.fact_event.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN mart.fact_event.lon IS 'Longitude, degrees.';
COMMENT ON COLUMN mart.fact_event.place_precision IS '1 the place, 2 near it or its district, 3 governorate (its centre stands in), 4 country or vague region.';
COMMENT ON COLUMN mart.fact_event.killed_low IS 'Killed, lowest claim.';
COMMENT ON COLUMN mart.fact_event.killed_best IS 'Killed, conservative best estimate.';
COMMENT ON COLUMN mart.fact_event.killed_high IS 'Killed, highest claim.';
COMMENT ON COLUMN mart.fact_event.injured_low IS 'Injured, lowest claim.';
COMMENT ON COLUMN mart.fact_event.injured_best IS 'Injured, conservative best estimate.';
COMMENT ON COLUMN mart.fact_event.injured_high IS 'Injured, highest claim.';
COMMENT ON COLUMN mart.fact_event.report_count IS 'Reports linked.';
COMMENT ON COLUMN mart.fact_event.article_count IS 'Articles that these stand in.';
COMMENT ON COLUMN mart.fact_event.source_count IS 'Sources of these articles.';
COMMENT ON COLUMN mart.fact_event.family_count IS 'Independent publisher families; copies do not count.';
COMMENT ON COLUMN mart.fact_event.is_contested IS 'Sources disagree, or somebody denies it.';
COMMENT ON COLUMN mart.fact_event.confidence IS 'Grade A (best) to D.';
COMMENT ON COLUMN mart.fact_event.first_reported_at IS 'Publication (or first sight) of the earliest report.';
COMMENT ON COLUMN mart.fact_event.last_reported_at IS 'Publication (or first sight) of the latest report.';
COMMENT ON COLUMN mart.fact_event.is_centroid IS 'The point is the centre of a governorate or country, not the place: leave it off maps of points.';
COMMENT ON COLUMN mart.fact_event.ucdp_type_of_violence IS 'UCDP: 1 state-based, 2 non-state, 3 one-sided, of violence whose first named sides are known; null otherwise.';
COMMENT ON COLUMN mart.fact_event.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN mart.fact_event.plover_mode IS 'PLOVER mode.';
COMMENT ON COLUMN mart.fact_event.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.fact_event.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN mart.fact_event.place_name IS 'Name of the place as the event has it.';

CREATE VIEW mart.fact_event_toll AS
SELECT event_id, kind, victims, low, best, high, claimant_count FROM core.event_toll;
COMMENT ON VIEW mart.fact_event_toll IS 'Grain: one kind of toll and victims of one event.';
COMMENT ON COLUMN mart.fact_event_toll.event_id IS 'The event.';
COMMENT ON COLUMN mart.fact_event_toll.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN mart.fact_event_toll.victims IS 'civilian, combatant or all; do not add all to the others.';
COMMENT ON COLUMN mart.fact_event_toll.low IS 'Lowest claim.';
COMMENT ON COLUMN mart.fact_event_toll.best IS 'Conservative best estimate.';
COMMENT ON COLUMN mart.fact_event_toll.high IS 'Highest claim.';
COMMENT ON COLUMN mart.fact_event_toll.claimant_count IS 'Independent claimants behind it.';

CREATE VIEW mart.fact_report AS
SELECT r.report_id, l.event_id, r.article_id, a.source_code, coalesce(r.acled_sub_event_type, r.plover_root) AS event_type_code,
       r.rank, r.realis, r.event_start_date, r.event_end_date, r.date_precision, r.place_id, r.admin1_pcode, r.country,
       r.place_precision, r.claimed_by_name, r.claimed_by_status, v.language, v.published_at, a.original_article_id IS NOT NULL AS is_copy,
       r.coder_version
FROM core.report r
JOIN core.article a USING (article_id)
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash) AND v.is_current
LEFT JOIN core.event_report l USING (report_id);
COMMENT ON VIEW mart.fact_report IS 'Grain: one happening as the current version of one article tells it, whether it happened or not (realis).';
COMMENT ON COLUMN mart.fact_report.report_id IS 'The report.';
COMMENT ON COLUMN mart.fact_report.event_id IS 'The event that it was linked to; null for what did not happen (realis).';
COMMENT ON COLUMN mart.fact_report.article_id IS 'The article.';
COMMENT ON COLUMN mart.fact_report.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.fact_report.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.fact_report.rank IS 'Salience in the article, 1 for the lead.';
COMMENT ON COLUMN mart.fact_report.realis IS 'actual, planned, hypothetical, negated or historical.';
COMMENT ON COLUMN mart.fact_report.event_start_date IS 'First day, as this report tells it.';
COMMENT ON COLUMN mart.fact_report.event_end_date IS 'Last day.';
COMMENT ON COLUMN mart.fact_report.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN mart.fact_report.place_id IS 'Key of dim_place.';
COMMENT ON COLUMN mart.fact_report.admin1_pcode IS 'Key of dim_governorate.';
COMMENT ON COLUMN mart.fact_report.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.fact_report.place_precision IS '1 the place to 4 country, as in fact_event.';
COMMENT ON COLUMN mart.fact_report.claimed_by_name IS 'Whom the article credits.';
COMMENT ON COLUMN mart.fact_report.claimed_by_status IS 'stated, claimed, denied or confirmed.';
COMMENT ON COLUMN mart.fact_report.language IS 'Language of the article, ISO 639-1.';
COMMENT ON COLUMN mart.fact_report.published_at IS 'Publication of the article; null where unknown.';
COMMENT ON COLUMN mart.fact_report.is_copy IS 'The article copies another: it links but does not corroborate.';
COMMENT ON COLUMN mart.fact_report.coder_version IS 'Version of the coder that made it.';

CREATE VIEW mart.fact_casualty_claim AS
SELECT c.report_id, l.event_id, r.article_id, a.source_code, c.position, c.kind, c.victims, c.low, c.best, c.high, c.is_cumulative,
       coalesce(c.claimed_by, r.claimed_by_name) AS claimed_by
FROM core.casualty_claim c
JOIN core.report r USING (report_id)
JOIN core.article a USING (article_id)
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash) AND v.is_current
LEFT JOIN core.event_report l USING (report_id);
COMMENT ON VIEW mart.fact_casualty_claim IS 'Grain: one toll as one report states it. Do not add up: many reports tell one toll.';
COMMENT ON COLUMN mart.fact_casualty_claim.report_id IS 'The report.';
COMMENT ON COLUMN mart.fact_casualty_claim.event_id IS 'The event that the report was linked to.';
COMMENT ON COLUMN mart.fact_casualty_claim.article_id IS 'The article.';
COMMENT ON COLUMN mart.fact_casualty_claim.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.fact_casualty_claim.position IS 'Order within the report.';
COMMENT ON COLUMN mart.fact_casualty_claim.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN mart.fact_casualty_claim.victims IS 'civilian, combatant, mixed or unknown.';
COMMENT ON COLUMN mart.fact_casualty_claim.low IS 'Lower bound.';
COMMENT ON COLUMN mart.fact_casualty_claim.best IS 'The number said.';
COMMENT ON COLUMN mart.fact_casualty_claim.high IS 'Upper bound; null where open.';
COMMENT ON COLUMN mart.fact_casualty_claim.is_cumulative IS 'Counts more than this event, for example since the war began; left out of the tolls of events.';
COMMENT ON COLUMN mart.fact_casualty_claim.claimed_by IS 'Who says so, else whom the report credits.';

CREATE VIEW mart.bridge_event_actor AS
SELECT event_id, position, role, group_code, name, voice_count FROM core.event_actor;
COMMENT ON VIEW mart.bridge_event_actor IS 'Grain: one actor of one event.';
COMMENT ON COLUMN mart.bridge_event_actor.event_id IS 'The event.';
COMMENT ON COLUMN mart.bridge_event_actor.position IS 'Order of the actors.';
COMMENT ON COLUMN mart.bridge_event_actor.role IS 'actor1 does it, actor2 receives it.';
COMMENT ON COLUMN mart.bridge_event_actor.group_code IS 'Key of dim_actor.';
COMMENT ON COLUMN mart.bridge_event_actor.name IS 'As most reports name it.';
COMMENT ON COLUMN mart.bridge_event_actor.voice_count IS 'Independent publishers that name it in this role.';

CREATE VIEW mart.bridge_event_report AS
SELECT l.event_id, l.report_id, r.article_id, a.source_code, l.score, l.reasons, a.original_article_id IS NOT NULL AS is_copy
FROM core.event_report l
JOIN core.report r USING (report_id)
JOIN core.article a USING (article_id);
COMMENT ON VIEW mart.bridge_event_report IS 'Grain: one report of one event; copies link but do not corroborate.';
COMMENT ON COLUMN mart.bridge_event_report.event_id IS 'The event.';
COMMENT ON COLUMN mart.bridge_event_report.report_id IS 'The report.';
COMMENT ON COLUMN mart.bridge_event_report.article_id IS 'Its article.';
COMMENT ON COLUMN mart.bridge_event_report.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.bridge_event_report.score IS 'Strength of the link, 0 to 1; 1 for a report that is alone.';
COMMENT ON COLUMN mart.bridge_event_report.reasons IS 'What speaks for the link.';
COMMENT ON COLUMN mart.bridge_event_report.is_copy IS 'The article copies another.';
