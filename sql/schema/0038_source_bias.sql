-- Bias of sources: whom those of each standpoint name as the doers of violence. Not a table: nobody asks for more than some months at once.

CREATE VIEW mart.daily_accusation AS
SELECT e.event_start_date AS event_date, s.perspective, x.group_code, d.name_en AS group_name,
       count(DISTINCT e.event_id) AS event_count, count(DISTINCT s.family) AS family_count
FROM core.event e
JOIN core.event_report l ON l.event_id = e.event_id
JOIN core.report_actor x ON x.report_id = l.report_id AND x.role = 'actor1'
JOIN core.report r ON r.report_id = l.report_id
JOIN core.article a ON a.article_id = r.article_id
JOIN core.source s ON s.source_code = a.source_code
LEFT JOIN mart.dim_actor d ON d.group_code = x.group_code
WHERE e.event_start_date IS NOT NULL AND e.plover_root = 'ASSAULT'
GROUP BY e.event_start_date, s.perspective, x.group_code, d.name_en;
COMMENT ON VIEW mart.daily_accusation IS 'Grain: one day of happenings, standpoint of sources and group that they name as doer of violence. Compare the shares of a group between standpoints.';
COMMENT ON COLUMN mart.daily_accusation.event_date IS 'First day of the events; key of dim_date.';
COMMENT ON COLUMN mart.daily_accusation.perspective IS 'Editorial standpoint of the sources, as judged in the registry.';
COMMENT ON COLUMN mart.daily_accusation.group_code IS 'Key of dim_actor.';
COMMENT ON COLUMN mart.daily_accusation.group_name IS 'English name of the group.';
COMMENT ON COLUMN mart.daily_accusation.event_count IS 'Events of which a source of this standpoint says that the group did it.';
COMMENT ON COLUMN mart.daily_accusation.family_count IS 'Publisher families that say so.';
