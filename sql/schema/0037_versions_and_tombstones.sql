-- What sources disagree about, side by side, and where ids that were merged lead: both were in core alone.

CREATE VIEW mart.event_version AS
SELECT e.event_id, (v.number - 1)::smallint AS position, v.side ->> 'about' AS about, v.side ->> 'value' AS value,
       (SELECT string_agg(said.name, ', ' ORDER BY said.number) FROM jsonb_array_elements_text(v.side -> 'said_by') WITH ORDINALITY
            AS said (name, number)) AS said_by,
       (SELECT string_agg(told.id, ' ' ORDER BY told.number) FROM jsonb_array_elements_text(v.side -> 'report_ids') WITH ORDINALITY
            AS told (id, number)) AS report_ids
FROM core.event e
CROSS JOIN LATERAL jsonb_array_elements(e.versions) WITH ORDINALITY AS v (side, number)
WHERE e.is_contested;
COMMENT ON VIEW mart.event_version IS 'Grain: one side of what sources disagree about in one event.';
COMMENT ON COLUMN mart.event_version.event_id IS 'The event; is_contested is true.';
COMMENT ON COLUMN mart.event_version.position IS 'Order of the sides.';
COMMENT ON COLUMN mart.event_version.about IS 'denied (whether it happened so), actor1 (who did it) or a kind of toll, for example killed.';
COMMENT ON COLUMN mart.event_version.value IS 'What this side says: denied or stated, groups, or a number.';
COMMENT ON COLUMN mart.event_version.said_by IS 'Who says so: those credited, publisher families, or the claimant of the toll.';
COMMENT ON COLUMN mart.event_version.report_ids IS 'Reports that say so; keys of fact_report.';

CREATE VIEW mart.event_tombstone AS
SELECT event_id, merged_into FROM core.event_tombstone;
COMMENT ON VIEW mart.event_tombstone IS 'Grain: one event that was merged into another, so that old ids still lead somewhere.';
COMMENT ON COLUMN mart.event_tombstone.event_id IS 'The id that is no more.';
COMMENT ON COLUMN mart.event_tombstone.merged_into IS 'The living event that has its reports now; key of fact_event.';

-- No statement looks for a fingerprint.
DROP INDEX core.article_version_by_fingerprint;
