-- Flat views for people and BI tools: the star of 0006, joined. What a query does not select costs nothing: actors are scalar
-- subqueries and the lead article hangs on left joins by key, which the planner drops.

CREATE VIEW mart.event AS
SELECT f.event_id, f.event_start_date, f.event_end_date, f.date_precision,
       f.acled_event_type, f.acled_sub_event_type, f.plover_root, f.plover_mode,
       g.name_en AS governorate, g.iso_code AS admin1_iso, f.admin1_pcode, f.place_name, f.country, f.lat, f.lon, f.place_precision,
       (SELECT string_agg(DISTINCT a.group_code, ', ') FROM core.event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor1') AS actor1_groups,
       (SELECT string_agg(DISTINCT a.name, ', ') FROM core.event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor1') AS actor1_names,
       (SELECT string_agg(DISTINCT a.group_code, ', ') FROM core.event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor2') AS actor2_groups,
       (SELECT string_agg(DISTINCT a.name, ', ') FROM core.event_actor a
        WHERE a.event_id = f.event_id AND a.role = 'actor2') AS actor2_names,
       f.killed_low, f.killed_best, f.killed_high, f.injured_low, f.injured_best, f.injured_high,
       f.report_count, f.source_count, f.family_count, f.is_contested, f.confidence,
       (SELECT array_to_string(e.claimed_by, ', ') FROM core.event e WHERE e.event_id = f.event_id) AS claimed_by,
       v.title AS headline, ar.url AS article_url, s.name AS source_name, x.quote AS evidence,
       f.first_reported_at, f.last_reported_at, f.is_centroid, f.event_type_code, f.ucdp_type_of_violence, f.place_id
FROM mart.fact_event f
LEFT JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode
LEFT JOIN core.report r ON r.report_id = (
    SELECT l.report_id
    FROM core.event_report l
    JOIN core.report c ON c.report_id = l.report_id
    JOIN core.article ca ON ca.article_id = c.article_id
    JOIN core.article_version cv ON (cv.article_id, cv.content_hash) = (c.article_id, c.content_hash)
    WHERE l.event_id = f.event_id
    ORDER BY c.rank, coalesce(cv.published_at, ca.first_seen_at) DESC, c.report_id
    LIMIT 1)
LEFT JOIN core.article ar ON ar.article_id = r.article_id
LEFT JOIN core.source s ON s.source_code = ar.source_code
LEFT JOIN core.article_version v ON v.article_id = r.article_id AND v.content_hash = r.content_hash
LEFT JOIN core.report_evidence x ON x.report_id = r.report_id AND x.position = 0;
COMMENT ON VIEW mart.event IS 'Grain: one event, flat: what, when, where, who, how many, how sure, and the words it rests on. Start here.';
COMMENT ON COLUMN mart.event.event_id IS 'Stable: reports may be added without changing it.';
COMMENT ON COLUMN mart.event.event_start_date IS 'First day; null where nobody says when.';
COMMENT ON COLUMN mart.event.event_end_date IS 'Last day.';
COMMENT ON COLUMN mart.event.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN mart.event.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.event.acled_sub_event_type IS 'ACLED sub-event type.';
COMMENT ON COLUMN mart.event.plover_root IS 'PLOVER root.';
COMMENT ON COLUMN mart.event.plover_mode IS 'PLOVER mode.';
COMMENT ON COLUMN mart.event.governorate IS 'Governorate, English name; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.event.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.event.admin1_pcode IS 'Governorate, OCHA P-code.';
COMMENT ON COLUMN mart.event.place_name IS 'Name of the place.';
COMMENT ON COLUMN mart.event.country IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.event.lat IS 'Latitude, degrees.';
COMMENT ON COLUMN mart.event.lon IS 'Longitude, degrees.';
COMMENT ON COLUMN mart.event.place_precision IS '1 the place, 2 near it or its district, 3 governorate (its centre stands in), 4 country or vague region.';
COMMENT ON COLUMN mart.event.actor1_groups IS 'Groups said to have done it.';
COMMENT ON COLUMN mart.event.actor1_names IS 'Their names as most reports have them.';
COMMENT ON COLUMN mart.event.actor2_groups IS 'Groups that it was done to, or the other side.';
COMMENT ON COLUMN mart.event.actor2_names IS 'Their names as most reports have them.';
COMMENT ON COLUMN mart.event.killed_low IS 'Killed, lowest claim.';
COMMENT ON COLUMN mart.event.killed_best IS 'Killed, conservative best estimate.';
COMMENT ON COLUMN mart.event.killed_high IS 'Killed, highest claim.';
COMMENT ON COLUMN mart.event.injured_low IS 'Injured, lowest claim.';
COMMENT ON COLUMN mart.event.injured_best IS 'Injured, conservative best estimate.';
COMMENT ON COLUMN mart.event.injured_high IS 'Injured, highest claim.';
COMMENT ON COLUMN mart.event.report_count IS 'Reports linked.';
COMMENT ON COLUMN mart.event.source_count IS 'Sources of their articles.';
COMMENT ON COLUMN mart.event.family_count IS 'Independent publisher families; copies do not count.';
COMMENT ON COLUMN mart.event.is_contested IS 'Sources disagree, or somebody denies it.';
COMMENT ON COLUMN mart.event.confidence IS 'Grade A (best) to D.';
COMMENT ON COLUMN mart.event.claimed_by IS 'Whom the reports credit, most often credited first.';
COMMENT ON COLUMN mart.event.headline IS 'Title of the article that tells it most prominently, the latest of several.';
COMMENT ON COLUMN mart.event.article_url IS 'Link to that article.';
COMMENT ON COLUMN mart.event.source_name IS 'Its outlet.';
COMMENT ON COLUMN mart.event.evidence IS 'The words of that article that the event was read from.';
COMMENT ON COLUMN mart.event.first_reported_at IS 'Publication (or first sight) of the earliest report.';
COMMENT ON COLUMN mart.event.last_reported_at IS 'Publication (or first sight) of the latest report.';
COMMENT ON COLUMN mart.event.is_centroid IS 'The point is the centre of a governorate or country, not the place: leave it off maps of points.';
COMMENT ON COLUMN mart.event.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.event.ucdp_type_of_violence IS 'UCDP: 1 state-based, 2 non-state, 3 one-sided; null where it cannot be told.';
COMMENT ON COLUMN mart.event.place_id IS 'Key of dim_place.';

CREATE VIEW mart.event_article AS
SELECT l.event_id, r.report_id, r.rank, ar.article_id, ar.url, v.title, s.name AS source_name, s.perspective, s.family, v.language,
       v.published_at, ar.original_article_id, ar.copy_kind, r.claimed_by_name, r.claimed_by_status, x.position AS evidence_position,
       x.span_start, x.span_end, x.quote, ar.source_code
FROM core.event_report l
JOIN core.report r ON r.report_id = l.report_id
JOIN core.article ar ON ar.article_id = r.article_id
JOIN core.source s ON s.source_code = ar.source_code
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
JOIN core.report_evidence x ON x.report_id = r.report_id;
COMMENT ON VIEW mart.event_article IS 'Grain: one piece of evidence of one event, with its article and source.';
COMMENT ON COLUMN mart.event_article.event_id IS 'The event.';
COMMENT ON COLUMN mart.event_article.report_id IS 'The report.';
COMMENT ON COLUMN mart.event_article.rank IS 'Salience of the report in its article, 1 for the lead.';
COMMENT ON COLUMN mart.event_article.article_id IS 'The article.';
COMMENT ON COLUMN mart.event_article.url IS 'Its link.';
COMMENT ON COLUMN mart.event_article.title IS 'Its title.';
COMMENT ON COLUMN mart.event_article.source_name IS 'Its outlet.';
COMMENT ON COLUMN mart.event_article.perspective IS 'Editorial standpoint of the outlet, as judged in the registry.';
COMMENT ON COLUMN mart.event_article.family IS 'Publisher family of the outlet.';
COMMENT ON COLUMN mart.event_article.language IS 'Language of the article, ISO 639-1.';
COMMENT ON COLUMN mart.event_article.published_at IS 'Publication; null where unknown.';
COMMENT ON COLUMN mart.event_article.original_article_id IS 'The article that it copies; null for an original.';
COMMENT ON COLUMN mart.event_article.copy_kind IS 'copy or rewritten; null for an original.';
COMMENT ON COLUMN mart.event_article.claimed_by_name IS 'Whom the article credits.';
COMMENT ON COLUMN mart.event_article.claimed_by_status IS 'stated, claimed, denied or confirmed.';
COMMENT ON COLUMN mart.event_article.evidence_position IS 'Order of the pieces of evidence.';
COMMENT ON COLUMN mart.event_article.span_start IS 'First character in title, line feed and text of the article.';
COMMENT ON COLUMN mart.event_article.span_end IS 'Character after the last.';
COMMENT ON COLUMN mart.event_article.quote IS 'The words themselves.';
COMMENT ON COLUMN mart.event_article.source_code IS 'Key of dim_source.';

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
COMMENT ON COLUMN mart.feed_health.feed_slug IS 'The feed; key of dim_source.';
COMMENT ON COLUMN mart.feed_health.name IS 'Name of the outlet.';
COMMENT ON COLUMN mart.feed_health.status IS 'enabled, probation or disabled.';
COMMENT ON COLUMN mart.feed_health.last_fetch_at IS 'When it was last asked.';
COMMENT ON COLUMN mart.feed_health.last_good_at IS 'When it last answered as it should.';
COMMENT ON COLUMN mart.feed_health.last_outcome IS 'What came of the last request.';
COMMENT ON COLUMN mart.feed_health.failures IS 'Weight of the failures in a row.';
COMMENT ON COLUMN mart.feed_health.entries_7d IS 'New entries in seven days.';
COMMENT ON COLUMN mart.feed_health.lost_overlap_7d IS 'How often in seven days entries were probably lost between two requests.';
COMMENT ON COLUMN mart.feed_health.next_check_at IS 'When it is asked next.';
COMMENT ON COLUMN mart.feed_health.next_reason IS 'Why then.';

CREATE VIEW mart.daily_lag AS
WITH arrival AS (
    SELECT (n.arrived_at AT TIME ZONE 'UTC')::date AS arrival_date,
           extract(epoch FROM n.arrived_at - v.published_at) AS from_publication,
           extract(epoch FROM n.arrived_at - a.first_seen_at) AS from_first_sight
    FROM core.article_arrival n
    JOIN core.article a USING (article_id)
    JOIN core.article_version v ON v.article_id = n.article_id AND v.is_current
    WHERE EXISTS (SELECT FROM raw.entry_version w JOIN raw.batch b USING (batch_id) WHERE w.entry_id = a.entry_id AND b.kind = 'poll')
)
SELECT arrival_date, count(*) AS article_count,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY from_publication) AS publication_p50_seconds,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY from_publication) AS publication_p95_seconds,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY from_first_sight) AS first_sight_p50_seconds,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY from_first_sight) AS first_sight_p95_seconds
FROM arrival
GROUP BY arrival_date;
COMMENT ON VIEW mart.daily_lag IS 'Grain: one UTC day on which articles of polled feeds arrived in the marts. What was recovered afterwards does not count.';
COMMENT ON COLUMN mart.daily_lag.arrival_date IS 'Day of arrival; key of dim_date.';
COMMENT ON COLUMN mart.daily_lag.article_count IS 'Articles that arrived with a report of an event.';
COMMENT ON COLUMN mart.daily_lag.publication_p50_seconds IS 'Median seconds from publication to the marts, of articles that say when they were published.';
COMMENT ON COLUMN mart.daily_lag.publication_p95_seconds IS 'The same, 95th percentile.';
COMMENT ON COLUMN mart.daily_lag.first_sight_p50_seconds IS 'Median seconds from our first sight of the entry to the marts.';
COMMENT ON COLUMN mart.daily_lag.first_sight_p95_seconds IS 'The same, 95th percentile.';
