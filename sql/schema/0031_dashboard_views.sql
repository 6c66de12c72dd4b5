-- What the dashboards under bi/ and the daily report need beyond the views that were there: one row per mark of a chart, with the three
-- columns that the dashboards filter by (event_date, governorate, event_type). Columns whose name ends in _html are escaped for
-- tables that render HTML. What a query does not select costs nothing, as in mart.event.

-- Situation: latest events, and what is asked event by event (confidence, corroboration in Sources).
CREATE VIEW mart.event_card AS
SELECT e.event_id, e.event_start_date AS event_date, e.date_precision, coalesce(e.acled_event_type, initcap(e.plover_root)) AS event_type,
       coalesce(e.acled_sub_event_type, initcap(e.plover_root)) AS event_sub_type, e.governorate, e.admin1_iso, e.confidence,
       e.is_contested, e.report_count, e.source_count, e.family_count, e.killed_low, e.killed_best, e.killed_high, e.injured_best,
       e.killed_best::text || CASE WHEN e.killed_low <> e.killed_high THEN ' (' || e.killed_low || '–' || e.killed_high || ')' ELSE '' END
           AS killed_range,
       '<span>' || mart.html_text(concat_ws(', ', nullif(e.place_name, e.governorate), coalesce(e.governorate, e.country))) || '</span>'
           AS place_html,
       '<span>' || mart.html_text(nullif(concat_ws(' → ', e.actor1_names, e.actor2_names), '')) || '</span>' AS actors_html,
       mart.html_link(e.article_url, e.headline) AS headline_html,
       '<span>' || mart.html_text(e.source_name) || '</span>' AS source_html,
       '<span>“' || mart.html_text(e.evidence) || '”</span>' AS evidence_html,
       e.first_reported_at, e.last_reported_at
FROM mart.event e;
COMMENT ON VIEW mart.event_card IS 'Grain: one event, as dashboards show it in a table of latest events.';
COMMENT ON COLUMN mart.event_card.event_id IS 'The event; key of mart.event.';
COMMENT ON COLUMN mart.event_card.event_date IS 'First day; null where nobody says when.';
COMMENT ON COLUMN mart.event_card.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN mart.event_card.event_type IS 'ACLED event type, else the PLOVER root.';
COMMENT ON COLUMN mart.event_card.event_sub_type IS 'ACLED sub-event type, else the PLOVER root.';
COMMENT ON COLUMN mart.event_card.governorate IS 'Governorate, English name; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.event_card.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.event_card.confidence IS 'Grade A (best) to D.';
COMMENT ON COLUMN mart.event_card.is_contested IS 'Sources disagree, or somebody denies it.';
COMMENT ON COLUMN mart.event_card.report_count IS 'Reports linked.';
COMMENT ON COLUMN mart.event_card.source_count IS 'Sources of their articles.';
COMMENT ON COLUMN mart.event_card.family_count IS 'Independent publisher families; copies do not count.';
COMMENT ON COLUMN mart.event_card.killed_low IS 'Killed, lowest claim.';
COMMENT ON COLUMN mart.event_card.killed_best IS 'Killed, conservative best estimate.';
COMMENT ON COLUMN mart.event_card.killed_high IS 'Killed, highest claim.';
COMMENT ON COLUMN mart.event_card.injured_best IS 'Injured, conservative best estimate.';
COMMENT ON COLUMN mart.event_card.killed_range IS 'Killed, best estimate, with the range of claims where they differ.';
COMMENT ON COLUMN mart.event_card.place_html IS 'Place and governorate, else country; escaped.';
COMMENT ON COLUMN mart.event_card.actors_html IS 'Who to whom, as most reports name them; escaped.';
COMMENT ON COLUMN mart.event_card.headline_html IS 'Title of the leading article, linked to it; escaped.';
COMMENT ON COLUMN mart.event_card.source_html IS 'Outlet of that article; escaped.';
COMMENT ON COLUMN mart.event_card.evidence_html IS 'The words that the event was read from; escaped.';
COMMENT ON COLUMN mart.event_card.first_reported_at IS 'Publication (or first sight) of the earliest report.';
COMMENT ON COLUMN mart.event_card.last_reported_at IS 'Publication (or first sight) of the latest report.';

-- Situation: the drill from an event to everything that is said about it.
CREATE VIEW mart.article_card AS
SELECT f.event_id, f.event_start_date AS event_date, coalesce(f.acled_event_type, initcap(f.plover_root)) AS event_type,
       g.name_en AS governorate, r.report_id, r.rank, v.published_at, s.source_code, s.perspective, s.family, v.language,
       ar.original_article_id IS NOT NULL AS is_copy,
       '<span>' || mart.html_text(s.name) || '</span>' AS source_html,
       mart.html_link(ar.url, v.title) AS title_html,
       '<span>“' || mart.html_text(x.quote) || '”</span>' AS quote_html,
       '<span>' || mart.html_text(r.claimed_by_name) || '</span>' AS claimed_by_html,
       r.claimed_by_status
FROM core.event_report l
JOIN mart.fact_event f ON f.event_id = l.event_id
JOIN core.report r ON r.report_id = l.report_id
JOIN core.article ar ON ar.article_id = r.article_id
JOIN core.source s ON s.source_code = ar.source_code
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
LEFT JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode
LEFT JOIN core.report_evidence x ON x.report_id = r.report_id AND x.position = 0;
COMMENT ON VIEW mart.article_card IS 'Grain: one report of one event, with its article, as dashboards show it in a table.';
COMMENT ON COLUMN mart.article_card.event_id IS 'The event.';
COMMENT ON COLUMN mart.article_card.event_date IS 'First day of the event; null where nobody says when.';
COMMENT ON COLUMN mart.article_card.event_type IS 'ACLED event type of the event, else its PLOVER root.';
COMMENT ON COLUMN mart.article_card.governorate IS 'Governorate of the event, English name; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.article_card.report_id IS 'The report.';
COMMENT ON COLUMN mart.article_card.rank IS 'Salience of the report in its article, 1 for the lead.';
COMMENT ON COLUMN mart.article_card.published_at IS 'Publication of the article; null where unknown.';
COMMENT ON COLUMN mart.article_card.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.article_card.perspective IS 'Editorial standpoint of the outlet, as judged in the registry.';
COMMENT ON COLUMN mart.article_card.family IS 'Publisher family of the outlet.';
COMMENT ON COLUMN mart.article_card.language IS 'Language of the article, ISO 639-1.';
COMMENT ON COLUMN mart.article_card.is_copy IS 'The article copies another: it links but does not corroborate.';
COMMENT ON COLUMN mart.article_card.source_html IS 'The outlet; escaped.';
COMMENT ON COLUMN mart.article_card.title_html IS 'Title of the article, linked to it; escaped.';
COMMENT ON COLUMN mart.article_card.quote_html IS 'The words that the report was read from; escaped.';
COMMENT ON COLUMN mart.article_card.claimed_by_html IS 'Whom the article credits; escaped.';
COMMENT ON COLUMN mart.article_card.claimed_by_status IS 'stated, claimed, denied or confirmed.';

-- Actors: who is said to do what to whom. The summaries of dyads know no governorate, and count an event once per pair.
CREATE VIEW mart.event_dyad AS
SELECT f.event_id, f.event_start_date AS event_date, f.date_precision, coalesce(f.acled_event_type, initcap(f.plover_root)) AS event_type,
       coalesce(f.acled_sub_event_type, initcap(f.plover_root)) AS event_sub_type, g.name_en AS governorate,
       one.group_code AS actor1_group, coalesce(d1.name_en, one.group_code, 'not said') AS actor1_name,
       two.group_code AS actor2_group, coalesce(d2.name_en, two.group_code, 'not said') AS actor2_name,
       f.killed_low, f.killed_best, f.killed_high, f.family_count, f.is_contested
FROM mart.fact_event f
LEFT JOIN core.event_actor one ON one.event_id = f.event_id AND one.role = 'actor1'
LEFT JOIN core.event_actor two ON two.event_id = f.event_id AND two.role = 'actor2'
LEFT JOIN mart.dim_actor d1 ON d1.group_code = one.group_code
LEFT JOIN mart.dim_actor d2 ON d2.group_code = two.group_code
LEFT JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode;
COMMENT ON VIEW mart.event_dyad IS 'Grain: one event and pair of groups, who is said to do it to whom. Count events by their ids: one with several groups on a side has a row for each pair.';
COMMENT ON COLUMN mart.event_dyad.event_id IS 'The event.';
COMMENT ON COLUMN mart.event_dyad.event_date IS 'First day; null where nobody says when.';
COMMENT ON COLUMN mart.event_dyad.date_precision IS 'day, week, month, year or unknown.';
COMMENT ON COLUMN mart.event_dyad.event_type IS 'ACLED event type, else the PLOVER root.';
COMMENT ON COLUMN mart.event_dyad.event_sub_type IS 'ACLED sub-event type, else the PLOVER root.';
COMMENT ON COLUMN mart.event_dyad.governorate IS 'Governorate, English name; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.event_dyad.actor1_group IS 'Group that is said to act; key of dim_actor, null where nobody says who.';
COMMENT ON COLUMN mart.event_dyad.actor1_name IS 'Its name, or "not said".';
COMMENT ON COLUMN mart.event_dyad.actor2_group IS 'Group that it is done to, or the other side; key of dim_actor, null where nobody says whom.';
COMMENT ON COLUMN mart.event_dyad.actor2_name IS 'Its name, or "not said".';
COMMENT ON COLUMN mart.event_dyad.killed_low IS 'Killed in the event, lowest claim.';
COMMENT ON COLUMN mart.event_dyad.killed_best IS 'Killed in the event, conservative best estimate.';
COMMENT ON COLUMN mart.event_dyad.killed_high IS 'Killed in the event, highest claim.';
COMMENT ON COLUMN mart.event_dyad.family_count IS 'Independent publisher families that tell the event.';
COMMENT ON COLUMN mart.event_dyad.is_contested IS 'Sources disagree, or somebody denies it.';

-- Sources: who covers which governorate and type. The summaries of sources know days only.
CREATE VIEW mart.source_coverage AS
SELECT f.event_id, f.event_start_date AS event_date, coalesce(f.acled_event_type, initcap(f.plover_root)) AS event_type,
       g.name_en AS governorate, r.report_id, s.source_code, s.name AS source_name, s.perspective, s.family, s.language, s.country,
       ar.original_article_id IS NOT NULL AS is_copy, f.family_count > 1 AS is_corroborated
FROM core.event_report l
JOIN mart.fact_event f ON f.event_id = l.event_id
JOIN core.report r ON r.report_id = l.report_id
JOIN core.article ar ON ar.article_id = r.article_id
JOIN core.source s ON s.source_code = ar.source_code
LEFT JOIN mart.dim_governorate g ON g.admin1_pcode = f.admin1_pcode;
COMMENT ON VIEW mart.source_coverage IS 'Grain: one report of one event, by whom it comes: what a source covers.';
COMMENT ON COLUMN mart.source_coverage.event_id IS 'The event.';
COMMENT ON COLUMN mart.source_coverage.event_date IS 'First day of the event; null where nobody says when.';
COMMENT ON COLUMN mart.source_coverage.event_type IS 'ACLED event type of the event, else its PLOVER root.';
COMMENT ON COLUMN mart.source_coverage.governorate IS 'Governorate of the event, English name; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.source_coverage.report_id IS 'The report.';
COMMENT ON COLUMN mart.source_coverage.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.source_coverage.source_name IS 'Name of the outlet.';
COMMENT ON COLUMN mart.source_coverage.perspective IS 'Editorial standpoint of the outlet, as judged in the registry.';
COMMENT ON COLUMN mart.source_coverage.family IS 'Publisher family of the outlet.';
COMMENT ON COLUMN mart.source_coverage.language IS 'Main language of the outlet, ISO 639-1.';
COMMENT ON COLUMN mart.source_coverage.country IS 'Country of the publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.source_coverage.is_copy IS 'The article copies another: it links but does not corroborate.';
COMMENT ON COLUMN mart.source_coverage.is_corroborated IS 'Independent publisher families tell the event.';
