-- The contract with BI tools: dimensions, facts, bridges and flat views. Views run with the owner's rights, so bi_reader needs no other schema.

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

CREATE TABLE mart.dim_event_type (
    event_type_code      text PRIMARY KEY,
    plover_root          text NOT NULL,
    acled_event_type     text,
    acled_sub_event_type text,
    quad_class           smallint NOT NULL,
    cameo_root           text NOT NULL,
    disorder_type        text
);
COMMENT ON TABLE mart.dim_event_type IS 'Grain: one kind of happening in all vocabularies; written from the codebook.';
COMMENT ON COLUMN mart.dim_event_type.event_type_code IS 'ACLED sub-event type or, where ACLED has none, the PLOVER root.';
COMMENT ON COLUMN mart.dim_event_type.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN mart.dim_event_type.acled_event_type IS 'ACLED event type.';
COMMENT ON COLUMN mart.dim_event_type.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN mart.dim_event_type.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN mart.dim_event_type.cameo_root IS 'CAMEO root code.';
COMMENT ON COLUMN mart.dim_event_type.disorder_type IS 'ACLED disorder type.';

CREATE TABLE mart.dim_actor (
    group_code text PRIMARY KEY,
    name_en    text NOT NULL
);
COMMENT ON TABLE mart.dim_actor IS 'Grain: one actor group of the codebook, or a state.';
COMMENT ON COLUMN mart.dim_actor.group_code IS 'Group of the codebook; ISO 3166 alpha-3 in lower case for other states.';
COMMENT ON COLUMN mart.dim_actor.name_en IS 'Name to show.';

CREATE VIEW mart.dim_source AS
SELECT source_code, name, homepage, language, country, perspective, scope, family FROM core.source;
COMMENT ON VIEW mart.dim_source IS 'Grain: one source.';

CREATE VIEW mart.dim_place AS
SELECT p.place_id, p.name, p.name_ar, p.kind, p.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, p.admin2_pcode,
       p.country, p.lat, p.lon
FROM core.place p
LEFT JOIN mart.dim_governorate g USING (admin1_pcode);
COMMENT ON VIEW mart.dim_place IS 'Grain: one place that a report named, with its governorate.';

CREATE VIEW mart.fact_event AS
SELECT e.event_id,
       coalesce(e.acled_sub_event_type, e.plover_root) AS event_type_code,
       e.event_start_date, e.event_end_date, e.date_precision,
       e.place_id, e.admin1_pcode, e.country, e.lat, e.lon, e.place_precision,
       k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,
       i.low AS injured_low, i.best AS injured_best, i.high AS injured_high,
       e.report_count, e.article_count, e.source_count, e.family_count, e.is_contested, e.confidence,
       e.first_reported_at, e.last_reported_at
FROM core.event e
LEFT JOIN core.event_toll k ON k.event_id = e.event_id AND k.kind = 'killed' AND k.victims = 'all'
LEFT JOIN core.event_toll i ON i.event_id = e.event_id AND i.kind = 'injured' AND i.victims = 'all';
COMMENT ON VIEW mart.fact_event IS 'Grain: one event; measures: tolls with ranges and counts of what they rest on.';

CREATE VIEW mart.fact_event_toll AS
SELECT event_id, kind, victims, low, best, high FROM core.event_toll;
COMMENT ON VIEW mart.fact_event_toll IS 'Grain: one kind of toll and victims of one event.';

CREATE VIEW mart.bridge_event_actor AS
SELECT event_id, position, role, group_code, name FROM core.event_actor;
COMMENT ON VIEW mart.bridge_event_actor IS 'Grain: one actor of one event.';

CREATE VIEW mart.bridge_event_report AS
SELECT l.event_id, l.report_id, r.article_id, a.source_code, l.score, l.reasons, a.original_article_id IS NOT NULL AS is_copy
FROM core.event_report l
JOIN core.report r USING (report_id)
JOIN core.article a USING (article_id);
COMMENT ON VIEW mart.bridge_event_report IS 'Grain: one report of one event; copies link but do not corroborate.';

CREATE VIEW mart.event AS
SELECT f.event_id, f.event_start_date, f.event_end_date, f.date_precision,
       e.acled_event_type, e.acled_sub_event_type, e.plover_root, e.plover_mode,
       g.name_en AS governorate, g.iso_code AS admin1_iso, f.admin1_pcode, e.place_name, f.country, f.lat, f.lon, f.place_precision,
       actors.actor1_groups, actors.actor1_names, actors.actor2_groups, actors.actor2_names,
       f.killed_low, f.killed_best, f.killed_high, f.injured_low, f.injured_best, f.injured_high,
       f.report_count, f.source_count, f.family_count, f.is_contested, f.confidence, array_to_string(e.claimed_by, ', ') AS claimed_by,
       lead.title AS headline, lead.url AS article_url, lead.source_name, lead.quote AS evidence,
       f.first_reported_at, f.last_reported_at
FROM mart.fact_event f
JOIN core.event e USING (event_id)
LEFT JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode
LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT a.group_code, ', ') FILTER (WHERE a.role = 'actor1') AS actor1_groups,
           string_agg(DISTINCT a.name, ', ') FILTER (WHERE a.role = 'actor1') AS actor1_names,
           string_agg(DISTINCT a.group_code, ', ') FILTER (WHERE a.role = 'actor2') AS actor2_groups,
           string_agg(DISTINCT a.name, ', ') FILTER (WHERE a.role = 'actor2') AS actor2_names
    FROM core.event_actor a
    WHERE a.event_id = f.event_id
) actors ON true
LEFT JOIN LATERAL (
    SELECT v.title, ar.url, s.name AS source_name, x.quote
    FROM core.event_report l
    JOIN core.report r ON r.report_id = l.report_id
    JOIN core.article ar ON ar.article_id = r.article_id
    JOIN core.source s ON s.source_code = ar.source_code
    JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
    LEFT JOIN core.report_evidence x ON x.report_id = r.report_id AND x.position = 0
    WHERE l.event_id = f.event_id
    ORDER BY r.rank, coalesce(v.published_at, ar.first_seen_at) DESC, r.report_id
    LIMIT 1
) lead ON true;
COMMENT ON VIEW mart.event IS 'Grain: one event, flat: what, when, where, who, how many, how sure, and the words it rests on. Start here.';

CREATE VIEW mart.event_article AS
SELECT l.event_id, r.report_id, r.rank, ar.article_id, ar.url, v.title, s.name AS source_name, s.perspective, s.family, v.language,
       v.published_at, ar.original_article_id, ar.copy_kind, r.claimed_by_name, r.claimed_by_status, x.position AS evidence_position,
       x.span_start, x.span_end, x.quote
FROM core.event_report l
JOIN core.report r ON r.report_id = l.report_id
JOIN core.article ar ON ar.article_id = r.article_id
JOIN core.source s ON s.source_code = ar.source_code
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
JOIN core.report_evidence x ON x.report_id = r.report_id;
COMMENT ON VIEW mart.event_article IS 'Grain: one piece of evidence of one event, with its article and source.';

CREATE VIEW mart.daily_governorate AS
SELECT f.event_start_date AS event_date, f.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate,
       t.acled_event_type, f.event_type_code,
       count(*) AS event_count,
       sum(f.killed_low) AS killed_low, sum(f.killed_best) AS killed_best, sum(f.killed_high) AS killed_high,
       sum(f.injured_best) AS injured_best
FROM mart.fact_event f
JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode
LEFT JOIN mart.dim_event_type t USING (event_type_code)
WHERE f.event_start_date IS NOT NULL AND f.date_precision = 'day'
GROUP BY 1, 2, 3, 4, 5, 6;
COMMENT ON VIEW mart.daily_governorate IS 'Grain: one day, governorate and type of event. Events with a vaguer date or place are left out: null beats a guess.';

CREATE VIEW mart.feed_health AS
SELECT f.feed_slug, f.name, f.status, last.started_at AS last_fetch_at, good.started_at AS last_good_at,
       last.outcome AS last_outcome, coalesce((f.polling ->> 'failures')::real, 0) AS failures,
       coalesce(week.entries, 0) AS entries_7d, coalesce(week.lost, 0) AS lost_overlap_7d,
       f.next_check_at, last.next_reason
FROM raw.feed f
LEFT JOIN LATERAL (
    SELECT x.started_at, x.outcome, x.next_reason FROM raw.fetch x
    WHERE x.feed_slug = f.feed_slug ORDER BY x.started_at DESC, x.fetch_id DESC LIMIT 1
) last ON true
LEFT JOIN LATERAL (
    SELECT x.started_at FROM raw.fetch x
    WHERE x.feed_slug = f.feed_slug AND x.outcome IN ('new', 'same', 'not_modified')
    ORDER BY x.started_at DESC LIMIT 1
) good ON true
LEFT JOIN LATERAL (
    SELECT sum(x.new_count)::integer AS entries, count(*) FILTER (WHERE x.has_lost_overlap)::integer AS lost FROM raw.fetch x
    WHERE x.feed_slug = f.feed_slug AND x.started_at > now() - interval '7 days'
) week ON true;
COMMENT ON VIEW mart.feed_health IS 'Grain: one feed: is it alive, what did it bring, when is it asked next and why.';
