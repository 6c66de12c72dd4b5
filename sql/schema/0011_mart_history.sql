-- Events in time: what changed on which day, and events as they were.

CREATE VIEW mart.event_revision AS
SELECT revision_id, event_id, revised_at, field, old, new, array_to_string(report_ids, ' ') AS report_ids,
       array_to_string(ruling_ids, ' ') AS ruling_ids, code_version
FROM core.event_revision;
COMMENT ON VIEW mart.event_revision IS 'Grain: one field of one event that changed. Of a new event only its id and tolls are noted, of one that is gone everything.';
COMMENT ON COLUMN mart.event_revision.revision_id IS 'In order of recording.';
COMMENT ON COLUMN mart.event_revision.event_id IS 'The event; it may be no more.';
COMMENT ON COLUMN mart.event_revision.revised_at IS 'When; the same for everything that one run of linking changed.';
COMMENT ON COLUMN mart.event_revision.field IS 'event_id (the event came or went), event_date.start, place.name, toll.killed.all.best, actor1.<group> and so on.';
COMMENT ON COLUMN mart.event_revision.old IS 'Value before, as text; null where there was none.';
COMMENT ON COLUMN mart.event_revision.new IS 'Value after, as text; null where there is none.';
COMMENT ON COLUMN mart.event_revision.report_ids IS 'Reports that came to the event or left it; empty where better code reads the same reports otherwise.';
COMMENT ON COLUMN mart.event_revision.ruling_ids IS 'Rulings of operators on its reports.';
COMMENT ON COLUMN mart.event_revision.code_version IS 'Versions of package and coder that made the new state.';

CREATE VIEW mart.event_change AS
WITH bound AS (
    SELECT event_id, (revised_at AT TIME ZONE 'UTC')::date AS change_date, field,
           (array_agg(old ORDER BY revision_id))[1] AS before, (array_agg(new ORDER BY revision_id DESC))[1] AS after
    FROM core.event_revision
    GROUP BY 1, 2, 3
)
SELECT b.change_date, b.event_id,
       CASE WHEN bool_or(b.field = 'event_id' AND b.before IS NULL) THEN 'added'
            WHEN bool_or(b.field = 'event_id' AND b.after IS NULL) THEN 'removed'
            ELSE 'revised' END AS change_kind,
       string_agg(b.field, ', ' ORDER BY b.field) AS fields,
       coalesce(max(b.after::integer) FILTER (WHERE b.field = 'toll.killed.all.best'), 0)
           - coalesce(max(b.before::integer) FILTER (WHERE b.field = 'toll.killed.all.best'), 0) AS killed_best_delta,
       coalesce(max(b.after::integer) FILTER (WHERE b.field = 'toll.injured.all.best'), 0)
           - coalesce(max(b.before::integer) FILTER (WHERE b.field = 'toll.injured.all.best'), 0) AS injured_best_delta,
       max(m.merged_into) AS merged_into
FROM bound b
LEFT JOIN core.event_tombstone m USING (event_id)
WHERE b.before IS DISTINCT FROM b.after
GROUP BY 1, 2;
COMMENT ON VIEW mart.event_change IS 'Grain: one event on one UTC day on which it is not at the end what it was at the beginning.';
COMMENT ON COLUMN mart.event_change.change_date IS 'The day; key of dim_date.';
COMMENT ON COLUMN mart.event_change.event_id IS 'The event; it may be no more.';
COMMENT ON COLUMN mart.event_change.change_kind IS 'added, revised or removed.';
COMMENT ON COLUMN mart.event_change.fields IS 'What changed; of an added event its id and tolls only.';
COMMENT ON COLUMN mart.event_change.killed_best_delta IS 'Killed, best estimate, at the end of the day less that at its beginning.';
COMMENT ON COLUMN mart.event_change.injured_best_delta IS 'Injured, in the same way.';
COMMENT ON COLUMN mart.event_change.merged_into IS 'The event that has its reports now, if it was merged.';

CREATE VIEW mart.daily_change AS
SELECT change_date, count(*) FILTER (WHERE change_kind = 'added') AS added_count,
       count(*) FILTER (WHERE change_kind = 'revised') AS revised_count,
       count(*) FILTER (WHERE change_kind = 'removed') AS removed_count,
       sum(killed_best_delta)::bigint AS killed_best_delta, sum(injured_best_delta)::bigint AS injured_best_delta
FROM mart.event_change
GROUP BY 1;
COMMENT ON VIEW mart.daily_change IS 'Grain: one UTC day: what it changed in the table of events.';
COMMENT ON COLUMN mart.daily_change.change_date IS 'The day; key of dim_date.';
COMMENT ON COLUMN mart.daily_change.added_count IS 'Events that were not there before.';
COMMENT ON COLUMN mart.daily_change.revised_count IS 'Events that are not what they were.';
COMMENT ON COLUMN mart.daily_change.removed_count IS 'Events that are no more, merged ones among them.';
COMMENT ON COLUMN mart.daily_change.killed_best_delta IS 'Killed, best estimates, by which all events together grew (or shrank, below 0).';
COMMENT ON COLUMN mart.daily_change.injured_best_delta IS 'Injured, in the same way.';

CREATE FUNCTION mart.undone(earlier jsonb, was_removed boolean, field text, today text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN earlier ? field THEN earlier ->> field WHEN was_removed THEN NULL ELSE today END;
COMMENT ON FUNCTION mart.undone IS 'A field as it was: as the first later change found it, else, unless the event was removed since, as it is.';

CREATE FUNCTION mart.event_as_of(moment timestamptz)
RETURNS TABLE (
    event_id text, event_start_date date, event_end_date date, date_precision text, acled_event_type text,
    acled_sub_event_type text, plover_root text, plover_mode text, admin1_pcode text, place_name text, country text,
    lat double precision, lon double precision, place_precision smallint, actor1_groups text, actor2_groups text,
    killed_low integer, killed_best integer, killed_high integer, injured_low integer, injured_best integer,
    injured_high integer, report_count integer, source_count integer, family_count integer, is_contested boolean,
    confidence text, first_reported_at timestamptz, last_reported_at timestamptz)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100000
BEGIN ATOMIC
WITH later AS MATERIALIZED (
    SELECT r.revision_id, r.event_id, r.revised_at, r.field, r.old FROM mart.event_revision r WHERE r.revised_at > moment
), turn AS (  -- the first time since that an event came or went
    SELECT DISTINCT ON (l.event_id) l.event_id, l.revised_at, l.old IS NOT NULL AS was_removed
    FROM later l WHERE l.field = 'event_id' ORDER BY l.event_id, l.revision_id
), first_change AS (
    SELECT DISTINCT ON (l.event_id, l.field) l.event_id, l.field, l.old
    FROM later l LEFT JOIN turn t ON t.event_id = l.event_id
    WHERE t.event_id IS NULL OR l.revised_at <= t.revised_at
    ORDER BY l.event_id, l.field, l.revision_id
), earlier AS MATERIALIZED (
    SELECT c.event_id, jsonb_object_agg(c.field, c.old) AS was, coalesce(bool_or(t.was_removed), false) AS was_removed
    FROM first_change c LEFT JOIN turn t ON t.event_id = c.event_id
    WHERE t.was_removed IS NOT FALSE  -- an event that came since was not there
    GROUP BY c.event_id
)
SELECT f.event_id, f.event_start_date, f.event_end_date, f.date_precision, f.acled_event_type, f.acled_sub_event_type,
       f.plover_root, f.plover_mode, f.admin1_pcode, f.place_name, f.country, f.lat, f.lon, f.place_precision,
       (SELECT string_agg(DISTINCT a.group_code, ', ') FROM mart.bridge_event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor1'),
       (SELECT string_agg(DISTINCT a.group_code, ', ') FROM mart.bridge_event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor2'),
       f.killed_low, f.killed_best, f.killed_high, f.injured_low, f.injured_best, f.injured_high, f.report_count, f.source_count,
       f.family_count, f.is_contested, f.confidence, f.first_reported_at, f.last_reported_at
FROM mart.fact_event f
WHERE NOT EXISTS (SELECT FROM later l WHERE l.event_id = f.event_id)
UNION ALL
SELECT e.event_id,
       mart.undone(e.was, e.was_removed, 'event_date.start', f.event_start_date::text)::date,
       mart.undone(e.was, e.was_removed, 'event_date.end', f.event_end_date::text)::date,
       mart.undone(e.was, e.was_removed, 'event_date.precision', f.date_precision),
       mart.undone(e.was, e.was_removed, 'acled_event_type', f.acled_event_type),
       mart.undone(e.was, e.was_removed, 'acled_sub_event_type', f.acled_sub_event_type),
       mart.undone(e.was, e.was_removed, 'plover_root', f.plover_root),
       mart.undone(e.was, e.was_removed, 'plover_mode', f.plover_mode),
       mart.undone(e.was, e.was_removed, 'place.admin1_pcode', f.admin1_pcode),
       mart.undone(e.was, e.was_removed, 'place.name', f.place_name),
       mart.undone(e.was, e.was_removed, 'place.country', f.country),
       mart.undone(e.was, e.was_removed, 'place.lat', f.lat::text)::double precision,
       mart.undone(e.was, e.was_removed, 'place.lon', f.lon::text)::double precision,
       mart.undone(e.was, e.was_removed, 'place.precision', f.place_precision::text)::smallint,
       side.actor1_groups, side.actor2_groups,
       mart.undone(e.was, e.was_removed, 'toll.killed.all.low', f.killed_low::text)::integer,
       mart.undone(e.was, e.was_removed, 'toll.killed.all.best', f.killed_best::text)::integer,
       mart.undone(e.was, e.was_removed, 'toll.killed.all.high', f.killed_high::text)::integer,
       mart.undone(e.was, e.was_removed, 'toll.injured.all.low', f.injured_low::text)::integer,
       mart.undone(e.was, e.was_removed, 'toll.injured.all.best', f.injured_best::text)::integer,
       mart.undone(e.was, e.was_removed, 'toll.injured.all.high', f.injured_high::text)::integer,
       mart.undone(e.was, e.was_removed, 'report_count', f.report_count::text)::integer,
       mart.undone(e.was, e.was_removed, 'source_count', f.source_count::text)::integer,
       mart.undone(e.was, e.was_removed, 'family_count', f.family_count::text)::integer,
       mart.undone(e.was, e.was_removed, 'is_contested', f.is_contested::text)::boolean,
       mart.undone(e.was, e.was_removed, 'confidence', f.confidence),
       mart.undone(e.was, e.was_removed, 'first_reported_at', f.first_reported_at::text)::timestamptz,
       mart.undone(e.was, e.was_removed, 'last_reported_at', f.last_reported_at::text)::timestamptz
FROM earlier e
LEFT JOIN mart.fact_event f ON f.event_id = e.event_id
CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT split_part(x.field, '.', 2), ', ') FILTER (WHERE x.field LIKE 'actor1.%') AS actor1_groups,
           string_agg(DISTINCT split_part(x.field, '.', 2), ', ') FILTER (WHERE x.field LIKE 'actor2.%') AS actor2_groups
    FROM (
        SELECT w.key AS field FROM jsonb_each_text(e.was) w WHERE w.value IS NOT NULL
        UNION ALL
        SELECT a.role || '.' || a.group_code FROM mart.bridge_event_actor a
        WHERE a.event_id = e.event_id AND NOT e.was_removed AND NOT e.was ? (a.role || '.' || a.group_code)
    ) x
) side;
END;
COMMENT ON FUNCTION mart.event_as_of IS 'Grain: one event as it was at that moment: as it is, with what changed since undone. Columns as in mart.event.';
