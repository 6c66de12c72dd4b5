-- Summaries: what dashboards ask most, kept as tables. Each table has a view in core that says what belongs into it; linking deletes and
-- fills the days that it touched from that view (pipeline/summaries.py). Tables rather than materialised views: one changed day of
-- millions of events is refreshed in milliseconds, and loaders need no right beyond writing rows.
-- Events of unknown day are in none of them: null beats a guess.

CREATE VIEW core.governorate_day AS
SELECT f.event_start_date AS event_date, f.admin1_pcode, f.event_type_code,
       count(*) AS event_count, count(*) FILTER (WHERE f.is_contested) AS contested_count,
       count(*) FILTER (WHERE f.family_count > 1) AS corroborated_count,
       sum(f.killed_low) AS killed_low, sum(f.killed_best) AS killed_best, sum(f.killed_high) AS killed_high,
       sum(f.injured_low) AS injured_low, sum(f.injured_best) AS injured_best, sum(f.injured_high) AS injured_high
FROM mart.fact_event f
WHERE f.event_start_date IS NOT NULL AND f.date_precision = 'day'
GROUP BY 1, 2, 3;
COMMENT ON VIEW core.governorate_day IS 'What mart.summary_governorate_day has to hold.';
CREATE TABLE mart.summary_governorate_day (
    event_date         date NOT NULL,
    admin1_pcode       text,
    event_type_code    text NOT NULL,
    event_count        bigint NOT NULL,
    contested_count    bigint NOT NULL,
    corroborated_count bigint NOT NULL,
    killed_low         bigint,
    killed_best        bigint,
    killed_high        bigint,
    injured_low        bigint,
    injured_best       bigint,
    injured_high       bigint,
    UNIQUE NULLS NOT DISTINCT (event_date, admin1_pcode, event_type_code)
);
COMMENT ON TABLE mart.summary_governorate_day IS 'Grain: one day, governorate and type of event, for events dated to the day.';
COMMENT ON COLUMN mart.summary_governorate_day.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.summary_governorate_day.admin1_pcode IS 'Key of dim_governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.summary_governorate_day.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.summary_governorate_day.event_count IS 'Events.';
COMMENT ON COLUMN mart.summary_governorate_day.contested_count IS 'Of them, those that sources disagree on.';
COMMENT ON COLUMN mart.summary_governorate_day.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.summary_governorate_day.killed_low IS 'Killed, sum of lowest claims; null where no event has a toll.';
COMMENT ON COLUMN mart.summary_governorate_day.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.summary_governorate_day.killed_high IS 'Killed, sum of highest claims.';
COMMENT ON COLUMN mart.summary_governorate_day.injured_low IS 'Injured, sum of lowest claims.';
COMMENT ON COLUMN mart.summary_governorate_day.injured_best IS 'Injured, sum of best estimates.';
COMMENT ON COLUMN mart.summary_governorate_day.injured_high IS 'Injured, sum of highest claims.';

CREATE VIEW core.toll_day AS
SELECT e.event_start_date AS event_date, e.admin1_pcode, t.kind, t.victims, count(*) AS event_count,
       sum(t.low) AS low, sum(t.best) AS best, sum(t.high) AS high
FROM core.event e
JOIN core.event_toll t USING (event_id)
WHERE e.event_start_date IS NOT NULL AND e.date_precision = 'day'
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW core.toll_day IS 'What mart.summary_toll_day has to hold.';
CREATE TABLE mart.summary_toll_day (
    event_date   date NOT NULL,
    admin1_pcode text,
    kind         text NOT NULL,
    victims      text NOT NULL,
    event_count  bigint NOT NULL,
    low          bigint,
    best         bigint,
    high         bigint,
    UNIQUE NULLS NOT DISTINCT (event_date, admin1_pcode, kind, victims)
);
COMMENT ON TABLE mart.summary_toll_day IS 'Grain: one day, governorate, kind of toll and victims, for events dated to the day.';
COMMENT ON COLUMN mart.summary_toll_day.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.summary_toll_day.admin1_pcode IS 'Key of dim_governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.summary_toll_day.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN mart.summary_toll_day.victims IS 'civilian, combatant or all; do not add all to the others.';
COMMENT ON COLUMN mart.summary_toll_day.event_count IS 'Events with such a toll.';
COMMENT ON COLUMN mart.summary_toll_day.low IS 'Sum of lowest claims.';
COMMENT ON COLUMN mart.summary_toll_day.best IS 'Sum of best estimates.';
COMMENT ON COLUMN mart.summary_toll_day.high IS 'Sum of highest claims.';

CREATE VIEW core.dyad_day AS
SELECT f.event_start_date AS event_date, one.group_code AS actor1_group, two.group_code AS actor2_group,
       f.event_type_code, count(*) AS event_count,
       sum(f.killed_low) AS killed_low, sum(f.killed_best) AS killed_best, sum(f.killed_high) AS killed_high
FROM mart.fact_event f
JOIN core.event_actor one ON one.event_id = f.event_id AND one.role = 'actor1'
JOIN core.event_actor two ON two.event_id = f.event_id AND two.role = 'actor2'
WHERE f.event_start_date IS NOT NULL AND f.date_precision IN ('day', 'week', 'month')
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW core.dyad_day IS 'What mart.summary_dyad_day has to hold.';
CREATE TABLE mart.summary_dyad_day (
    event_date      date NOT NULL,
    actor1_group    text NOT NULL,
    actor2_group    text NOT NULL,
    event_type_code text NOT NULL,
    event_count     bigint NOT NULL,
    killed_low      bigint,
    killed_best     bigint,
    killed_high     bigint,
    PRIMARY KEY (event_date, actor1_group, actor2_group, event_type_code)
);
COMMENT ON TABLE mart.summary_dyad_day IS 'Grain: one day, pair of groups (who to whom) and type of event, for events dated to the month or better. An event with several groups on a side counts in each of its pairs.';
COMMENT ON COLUMN mart.summary_dyad_day.event_date IS 'First day of the events, that of the month where no more is known: use it by month.';
COMMENT ON COLUMN mart.summary_dyad_day.actor1_group IS 'Group that is said to act; key of dim_actor.';
COMMENT ON COLUMN mart.summary_dyad_day.actor2_group IS 'Group that it is done to, or the other side; key of dim_actor.';
COMMENT ON COLUMN mart.summary_dyad_day.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.summary_dyad_day.event_count IS 'Events.';
COMMENT ON COLUMN mart.summary_dyad_day.killed_low IS 'Killed, sum of lowest claims.';
COMMENT ON COLUMN mart.summary_dyad_day.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.summary_dyad_day.killed_high IS 'Killed, sum of highest claims.';

CREATE VIEW core.source_day AS
WITH told AS (
    SELECT e.event_start_date AS event_date, e.event_id, e.family_count, a.source_code,
           count(*) AS report_count, bool_and(a.original_article_id IS NOT NULL) AS is_copy,
           bool_or(coalesce(v.published_at, a.first_seen_at) = e.first_reported_at) AS is_first,
           bool_or(r.claimed_by_name IS NOT NULL) AS is_attributed
    FROM core.event e
    JOIN core.event_report l USING (event_id)
    JOIN core.report r USING (report_id)
    JOIN core.article a USING (article_id)
    JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
    WHERE e.event_start_date IS NOT NULL
    GROUP BY 1, 2, 3, 4
)
SELECT event_date, source_code, sum(report_count)::bigint AS report_count, count(*) AS event_count,
       count(*) FILTER (WHERE family_count > 1) AS corroborated_count, count(*) FILTER (WHERE is_first) AS first_count,
       count(*) FILTER (WHERE is_copy) AS copied_count, count(*) FILTER (WHERE is_attributed) AS attributed_count
FROM told
GROUP BY 1, 2;
COMMENT ON VIEW core.source_day IS 'What mart.summary_source_day has to hold.';
CREATE TABLE mart.summary_source_day (
    event_date         date NOT NULL,
    source_code        text NOT NULL,
    report_count       bigint NOT NULL,
    event_count        bigint NOT NULL,
    corroborated_count bigint NOT NULL,
    first_count        bigint NOT NULL,
    copied_count       bigint NOT NULL,
    attributed_count   bigint NOT NULL,
    PRIMARY KEY (event_date, source_code)
);
COMMENT ON TABLE mart.summary_source_day IS 'Grain: one day of happenings and source: what it tells of that day, how often first, how often alone.';
COMMENT ON COLUMN mart.summary_source_day.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.summary_source_day.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.summary_source_day.report_count IS 'Its reports of events of the day.';
COMMENT ON COLUMN mart.summary_source_day.event_count IS 'Events that it tells.';
COMMENT ON COLUMN mart.summary_source_day.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.summary_source_day.first_count IS 'Of them, those that it was the first, or one of the first, to tell.';
COMMENT ON COLUMN mart.summary_source_day.copied_count IS 'Of them, those that it tells in copies of other articles only.';
COMMENT ON COLUMN mart.summary_source_day.attributed_count IS 'Of them, those for which it credits somebody.';

-- All-time charts by month read these: a thirtieth of the rows. They are made from the summaries by day.

CREATE VIEW core.governorate_month AS
SELECT date_trunc('month', event_date)::date AS month_date, admin1_pcode, event_type_code, sum(event_count)::bigint AS event_count,
       sum(contested_count)::bigint AS contested_count, sum(corroborated_count)::bigint AS corroborated_count,
       sum(killed_low)::bigint AS killed_low, sum(killed_best)::bigint AS killed_best, sum(killed_high)::bigint AS killed_high,
       sum(injured_low)::bigint AS injured_low, sum(injured_best)::bigint AS injured_best, sum(injured_high)::bigint AS injured_high
FROM mart.summary_governorate_day
GROUP BY 1, 2, 3;
COMMENT ON VIEW core.governorate_month IS 'What mart.summary_governorate_month has to hold.';
CREATE TABLE mart.summary_governorate_month (
    month_date         date NOT NULL,
    admin1_pcode       text,
    event_type_code    text NOT NULL,
    event_count        bigint NOT NULL,
    contested_count    bigint NOT NULL,
    corroborated_count bigint NOT NULL,
    killed_low         bigint,
    killed_best        bigint,
    killed_high        bigint,
    injured_low        bigint,
    injured_best       bigint,
    injured_high       bigint,
    UNIQUE NULLS NOT DISTINCT (month_date, admin1_pcode, event_type_code)
);
COMMENT ON TABLE mart.summary_governorate_month IS 'Grain: one month, governorate and type of event, for events dated to the day.';
COMMENT ON COLUMN mart.summary_governorate_month.month_date IS 'First day of the month; key of dim_date.';
COMMENT ON COLUMN mart.summary_governorate_month.admin1_pcode IS 'Key of dim_governorate; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.summary_governorate_month.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.summary_governorate_month.event_count IS 'Events.';
COMMENT ON COLUMN mart.summary_governorate_month.contested_count IS 'Of them, those that sources disagree on.';
COMMENT ON COLUMN mart.summary_governorate_month.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.summary_governorate_month.killed_low IS 'Killed, sum of lowest claims; null where no event has a toll.';
COMMENT ON COLUMN mart.summary_governorate_month.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.summary_governorate_month.killed_high IS 'Killed, sum of highest claims.';
COMMENT ON COLUMN mart.summary_governorate_month.injured_low IS 'Injured, sum of lowest claims.';
COMMENT ON COLUMN mart.summary_governorate_month.injured_best IS 'Injured, sum of best estimates.';
COMMENT ON COLUMN mart.summary_governorate_month.injured_high IS 'Injured, sum of highest claims.';

CREATE VIEW core.dyad_month AS
SELECT date_trunc('month', event_date)::date AS month_date, actor1_group, actor2_group, event_type_code,
       sum(event_count)::bigint AS event_count, sum(killed_low)::bigint AS killed_low, sum(killed_best)::bigint AS killed_best,
       sum(killed_high)::bigint AS killed_high
FROM mart.summary_dyad_day
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW core.dyad_month IS 'What mart.summary_dyad_month has to hold.';
CREATE TABLE mart.summary_dyad_month (
    month_date      date NOT NULL,
    actor1_group    text NOT NULL,
    actor2_group    text NOT NULL,
    event_type_code text NOT NULL,
    event_count     bigint NOT NULL,
    killed_low      bigint,
    killed_best     bigint,
    killed_high     bigint,
    PRIMARY KEY (month_date, actor1_group, actor2_group, event_type_code)
);
COMMENT ON TABLE mart.summary_dyad_month IS 'Grain: one month, pair of groups (who to whom) and type of event, for events dated to the month or better.';
COMMENT ON COLUMN mart.summary_dyad_month.month_date IS 'First day of the month; key of dim_date.';
COMMENT ON COLUMN mart.summary_dyad_month.actor1_group IS 'Group that is said to act; key of dim_actor.';
COMMENT ON COLUMN mart.summary_dyad_month.actor2_group IS 'Group that it is done to, or the other side; key of dim_actor.';
COMMENT ON COLUMN mart.summary_dyad_month.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.summary_dyad_month.event_count IS 'Events.';
COMMENT ON COLUMN mart.summary_dyad_month.killed_low IS 'Killed, sum of lowest claims.';
COMMENT ON COLUMN mart.summary_dyad_month.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.summary_dyad_month.killed_high IS 'Killed, sum of highest claims.';
