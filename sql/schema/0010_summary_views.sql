-- Summaries with the names of their dimensions: what dashboards read. Filled from what is already there.

INSERT INTO mart.summary_governorate_day SELECT * FROM core.governorate_day;
INSERT INTO mart.summary_toll_day SELECT * FROM core.toll_day;
INSERT INTO mart.summary_dyad_day SELECT * FROM core.dyad_day;
INSERT INTO mart.summary_source_day SELECT * FROM core.source_day;
INSERT INTO mart.summary_governorate_month SELECT * FROM core.governorate_month;
INSERT INTO mart.summary_dyad_month SELECT * FROM core.dyad_month;

CREATE VIEW mart.daily_event AS
SELECT s.event_date, s.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, t.acled_event_type, s.event_type_code,
       s.event_count, s.contested_count, s.corroborated_count, s.killed_low, s.killed_best, s.killed_high,
       s.injured_low, s.injured_best, s.injured_high
FROM mart.summary_governorate_day s
LEFT JOIN mart.dim_governorate g USING (admin1_pcode)
LEFT JOIN mart.dim_event_type t USING (event_type_code);
COMMENT ON VIEW mart.daily_event IS 'Grain: one day, governorate and type of event, with events outside any governorate. Events with a vaguer date are left out.';
COMMENT ON COLUMN mart.daily_event.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.daily_event.admin1_pcode IS 'Governorate, OCHA P-code; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.daily_event.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.daily_event.governorate IS 'Governorate, English name.';
COMMENT ON COLUMN mart.daily_event.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.daily_event.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.daily_event.event_count IS 'Events.';
COMMENT ON COLUMN mart.daily_event.contested_count IS 'Of them, those that sources disagree on.';
COMMENT ON COLUMN mart.daily_event.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.daily_event.killed_low IS 'Killed, sum of lowest claims; null where no event has a toll.';
COMMENT ON COLUMN mart.daily_event.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.daily_event.killed_high IS 'Killed, sum of highest claims.';
COMMENT ON COLUMN mart.daily_event.injured_low IS 'Injured, sum of lowest claims.';
COMMENT ON COLUMN mart.daily_event.injured_best IS 'Injured, sum of best estimates.';
COMMENT ON COLUMN mart.daily_event.injured_high IS 'Injured, sum of highest claims.';

CREATE VIEW mart.daily_governorate AS
SELECT s.event_date, s.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, t.acled_event_type, s.event_type_code,
       s.event_count, s.killed_low, s.killed_best, s.killed_high, s.injured_best, s.injured_low, s.injured_high
FROM mart.summary_governorate_day s
JOIN mart.dim_governorate g USING (admin1_pcode)
LEFT JOIN mart.dim_event_type t USING (event_type_code);
COMMENT ON VIEW mart.daily_governorate IS 'Grain: one day, governorate and type of event. Events with a vaguer date or place are left out: null beats a guess.';
COMMENT ON COLUMN mart.daily_governorate.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.daily_governorate.admin1_pcode IS 'Governorate, OCHA P-code.';
COMMENT ON COLUMN mart.daily_governorate.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.daily_governorate.governorate IS 'Governorate, English name.';
COMMENT ON COLUMN mart.daily_governorate.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.daily_governorate.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.daily_governorate.event_count IS 'Events.';
COMMENT ON COLUMN mart.daily_governorate.killed_low IS 'Killed, sum of lowest claims; null where no event has a toll.';
COMMENT ON COLUMN mart.daily_governorate.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.daily_governorate.killed_high IS 'Killed, sum of highest claims.';
COMMENT ON COLUMN mart.daily_governorate.injured_best IS 'Injured, sum of best estimates.';
COMMENT ON COLUMN mart.daily_governorate.injured_low IS 'Injured, sum of lowest claims.';
COMMENT ON COLUMN mart.daily_governorate.injured_high IS 'Injured, sum of highest claims.';

CREATE VIEW mart.monthly_event AS
SELECT s.month_date, s.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, t.acled_event_type, s.event_type_code,
       s.event_count, s.contested_count, s.corroborated_count, s.killed_low, s.killed_best, s.killed_high,
       s.injured_low, s.injured_best, s.injured_high
FROM mart.summary_governorate_month s
LEFT JOIN mart.dim_governorate g USING (admin1_pcode)
LEFT JOIN mart.dim_event_type t USING (event_type_code);
COMMENT ON VIEW mart.monthly_event IS 'Grain: one month, governorate and type of event, with events outside any governorate. Use it for charts over years.';
COMMENT ON COLUMN mart.monthly_event.month_date IS 'First day of the month; key of dim_date.';
COMMENT ON COLUMN mart.monthly_event.admin1_pcode IS 'Governorate, OCHA P-code; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.monthly_event.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.monthly_event.governorate IS 'Governorate, English name.';
COMMENT ON COLUMN mart.monthly_event.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.monthly_event.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.monthly_event.event_count IS 'Events.';
COMMENT ON COLUMN mart.monthly_event.contested_count IS 'Of them, those that sources disagree on.';
COMMENT ON COLUMN mart.monthly_event.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.monthly_event.killed_low IS 'Killed, sum of lowest claims; null where no event has a toll.';
COMMENT ON COLUMN mart.monthly_event.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.monthly_event.killed_high IS 'Killed, sum of highest claims.';
COMMENT ON COLUMN mart.monthly_event.injured_low IS 'Injured, sum of lowest claims.';
COMMENT ON COLUMN mart.monthly_event.injured_best IS 'Injured, sum of best estimates.';
COMMENT ON COLUMN mart.monthly_event.injured_high IS 'Injured, sum of highest claims.';

CREATE VIEW mart.monthly_dyad AS
SELECT s.month_date, s.actor1_group, one.name_en AS actor1_name, s.actor2_group, two.name_en AS actor2_name, t.acled_event_type,
       s.event_type_code, s.event_count, s.killed_low, s.killed_best, s.killed_high
FROM mart.summary_dyad_month s
LEFT JOIN mart.dim_actor one ON one.group_code = s.actor1_group
LEFT JOIN mart.dim_actor two ON two.group_code = s.actor2_group
LEFT JOIN mart.dim_event_type t ON t.event_type_code = s.event_type_code;
COMMENT ON VIEW mart.monthly_dyad IS 'Grain: one month, pair of groups (who is said to do it to whom) and type of event.';
COMMENT ON COLUMN mart.monthly_dyad.month_date IS 'First day of the month; key of dim_date.';
COMMENT ON COLUMN mart.monthly_dyad.actor1_group IS 'Group that is said to act; key of dim_actor.';
COMMENT ON COLUMN mart.monthly_dyad.actor1_name IS 'Its name.';
COMMENT ON COLUMN mart.monthly_dyad.actor2_group IS 'Group that it is done to, or the other side; key of dim_actor.';
COMMENT ON COLUMN mart.monthly_dyad.actor2_name IS 'Its name.';
COMMENT ON COLUMN mart.monthly_dyad.acled_event_type IS 'ACLED event type; null where ACLED has none.';
COMMENT ON COLUMN mart.monthly_dyad.event_type_code IS 'Key of dim_event_type.';
COMMENT ON COLUMN mart.monthly_dyad.event_count IS 'Events; one with several groups on a side counts in each of its pairs.';
COMMENT ON COLUMN mart.monthly_dyad.killed_low IS 'Killed, sum of lowest claims.';
COMMENT ON COLUMN mart.monthly_dyad.killed_best IS 'Killed, sum of best estimates.';
COMMENT ON COLUMN mart.monthly_dyad.killed_high IS 'Killed, sum of highest claims.';

CREATE VIEW mart.daily_source AS
SELECT s.event_date, s.source_code, d.name AS source_name, d.perspective, d.family, d.language, d.country,
       s.report_count, s.event_count, s.corroborated_count, s.event_count - s.corroborated_count AS alone_count,
       s.first_count, s.copied_count, s.attributed_count
FROM mart.summary_source_day s
LEFT JOIN mart.dim_source d USING (source_code);
COMMENT ON VIEW mart.daily_source IS 'Grain: one day of happenings and source: coverage and bias.';
COMMENT ON COLUMN mart.daily_source.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.daily_source.source_code IS 'Key of dim_source.';
COMMENT ON COLUMN mart.daily_source.source_name IS 'Name of the outlet.';
COMMENT ON COLUMN mart.daily_source.perspective IS 'Editorial standpoint, as judged in the registry.';
COMMENT ON COLUMN mart.daily_source.family IS 'Publisher family.';
COMMENT ON COLUMN mart.daily_source.language IS 'Main language, ISO 639-1.';
COMMENT ON COLUMN mart.daily_source.country IS 'Country of the publisher, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN mart.daily_source.report_count IS 'Its reports of events of the day.';
COMMENT ON COLUMN mart.daily_source.event_count IS 'Events that it tells.';
COMMENT ON COLUMN mart.daily_source.corroborated_count IS 'Of them, those that independent publisher families tell.';
COMMENT ON COLUMN mart.daily_source.alone_count IS 'Of them, those that no other publisher family tells.';
COMMENT ON COLUMN mart.daily_source.first_count IS 'Of them, those that it was the first, or one of the first, to tell.';
COMMENT ON COLUMN mart.daily_source.copied_count IS 'Of them, those that it tells in copies of other articles only.';
COMMENT ON COLUMN mart.daily_source.attributed_count IS 'Of them, those for which it credits somebody.';

CREATE VIEW mart.daily_toll AS
SELECT s.event_date, s.admin1_pcode, g.iso_code AS admin1_iso, g.name_en AS governorate, s.kind, s.victims, s.event_count, s.low, s.best,
       s.high
FROM mart.summary_toll_day s
LEFT JOIN mart.dim_governorate g USING (admin1_pcode);
COMMENT ON VIEW mart.daily_toll IS 'Grain: one day, governorate, kind of toll and victims: tolls with their ranges.';
COMMENT ON COLUMN mart.daily_toll.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.daily_toll.admin1_pcode IS 'Governorate, OCHA P-code; null abroad, for vague regions and where unknown.';
COMMENT ON COLUMN mart.daily_toll.admin1_iso IS 'Governorate, ISO 3166-2.';
COMMENT ON COLUMN mart.daily_toll.governorate IS 'Governorate, English name.';
COMMENT ON COLUMN mart.daily_toll.kind IS 'killed, injured, missing, detained or displaced.';
COMMENT ON COLUMN mart.daily_toll.victims IS 'civilian, combatant or all; do not add all to the others.';
COMMENT ON COLUMN mart.daily_toll.event_count IS 'Events with such a toll.';
COMMENT ON COLUMN mart.daily_toll.low IS 'Sum of lowest claims.';
COMMENT ON COLUMN mart.daily_toll.best IS 'Sum of best estimates.';
COMMENT ON COLUMN mart.daily_toll.high IS 'Sum of highest claims.';
