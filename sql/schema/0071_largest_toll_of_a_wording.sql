-- The toll of a wording is its largest, whichever of its reports has it: two wordings part their sentences into reports differently.

CREATE OR REPLACE VIEW core.article_wording AS
SELECT v.article_id, v.content_hash,
       row_number() OVER (PARTITION BY v.article_id ORDER BY v.is_current, v.entry_version, v.content_hash DESC)::integer AS number,
       w.seen_at, v.is_current, v.title, v.body, toll.killed, toll.injured
FROM core.article_version v
JOIN raw.entry_version w ON (w.entry_id, w.version) = (v.entry_id, v.entry_version)
CROSS JOIN LATERAL (
    SELECT max(claim.number) FILTER (WHERE claim.kind = 'killed') AS killed,
           max(claim.number) FILTER (WHERE claim.kind = 'injured') AS injured
    FROM (  -- the largest claim, or what one claimant says of civilians and of combatants together if that is more
        SELECT c.kind, greatest(max(coalesce(c.best, c.low, c.high)),
                                max(coalesce(c.best, c.low, c.high)) FILTER (WHERE c.victims = 'civilian')
                                + max(coalesce(c.best, c.low, c.high)) FILTER (WHERE c.victims = 'combatant')) AS number
        FROM core.report r
        JOIN core.casualty_claim c USING (report_id)
        WHERE (r.article_id, r.content_hash) = (v.article_id, v.content_hash) AND r.realis = 'actual' AND NOT c.is_cumulative
        GROUP BY r.report_id, c.kind, c.claimed_by
    ) claim
) toll;
COMMENT ON VIEW core.article_wording IS 'Grain: one wording of an article, numbered in the order in which the publisher put them out, with its largest toll.';
COMMENT ON COLUMN core.article_wording.killed IS 'Killed, the largest number that it gives for one actual happening; cumulative tolls are left out; null where it names none.';
COMMENT ON COLUMN core.article_wording.injured IS 'Injured, in the same way.';
COMMENT ON COLUMN mart.article_change.killed_before IS 'Killed, the largest number that it gave for one happening; null where it named none.';
COMMENT ON COLUMN mart.article_change.killed_after IS 'Killed, the largest number that it gives now.';
