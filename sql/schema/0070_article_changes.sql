-- What publishers changed in their articles after we had first read them.

-- The toll of a wording is its largest, whichever of its reports has it: two wordings part their sentences into reports differently.
CREATE VIEW core.article_wording AS
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
COMMENT ON COLUMN core.article_wording.article_id IS 'The article.';
COMMENT ON COLUMN core.article_wording.content_hash IS 'Hash of title and text.';
COMMENT ON COLUMN core.article_wording.number IS '1 for the first that we have.';
COMMENT ON COLUMN core.article_wording.seen_at IS 'When the feed was fetched that announced it.';
COMMENT ON COLUMN core.article_wording.is_current IS 'The wording that stands now; the last number.';
COMMENT ON COLUMN core.article_wording.title IS 'Headline.';
COMMENT ON COLUMN core.article_wording.body IS 'Text.';
COMMENT ON COLUMN core.article_wording.killed IS 'Killed, the largest number that it gives for one actual happening; cumulative tolls are left out; null where it names none.';
COMMENT ON COLUMN core.article_wording.injured IS 'Injured, in the same way.';

CREATE VIEW mart.article_change AS
SELECT a.article_id, a.url, a.source_code, after.number AS to_version, before.seen_at AS from_seen_at, after.seen_at AS to_seen_at,
       concat_ws(', ', CASE WHEN before.title <> after.title THEN 'title' END, CASE WHEN before.body <> after.body THEN 'text' END,
                 CASE WHEN (before.killed, before.injured) IS DISTINCT FROM (after.killed, after.injured) THEN 'toll' END) AS changed,
       before.title AS title_before, after.title AS title_after,
       length(before.body) AS length_before, length(after.body) AS length_after,
       before.killed AS killed_before, after.killed AS killed_after,
       before.injured AS injured_before, after.injured AS injured_after
FROM core.article_wording after
JOIN core.article_wording before ON before.article_id = after.article_id AND before.number = after.number - 1
JOIN core.article a ON a.article_id = after.article_id;
COMMENT ON VIEW mart.article_change IS 'Grain: one change that a publisher made to an article. `syria-events articles diff` shows the words.';
COMMENT ON COLUMN mart.article_change.article_id IS 'The article.';
COMMENT ON COLUMN mart.article_change.url IS 'Its address; null where the feed''s link is not the publisher''s.';
COMMENT ON COLUMN mart.article_change.source_code IS 'Who published it; key of dim_source.';
COMMENT ON COLUMN mart.article_change.to_version IS 'Number of the wording after; 2 for the first change.';
COMMENT ON COLUMN mart.article_change.from_seen_at IS 'When we saw the wording before.';
COMMENT ON COLUMN mart.article_change.to_seen_at IS 'When we saw the wording after.';
COMMENT ON COLUMN mart.article_change.changed IS 'What is not as it was: title, text, toll.';
COMMENT ON COLUMN mart.article_change.title_before IS 'Headline before.';
COMMENT ON COLUMN mart.article_change.title_after IS 'Headline after.';
COMMENT ON COLUMN mart.article_change.length_before IS 'Characters of the text before.';
COMMENT ON COLUMN mart.article_change.length_after IS 'Characters of the text after.';
COMMENT ON COLUMN mart.article_change.killed_before IS 'Killed, the largest number that it gave for one happening; null where it named none.';
COMMENT ON COLUMN mart.article_change.killed_after IS 'Killed, the largest number that it gives now.';
COMMENT ON COLUMN mart.article_change.injured_before IS 'Injured before.';
COMMENT ON COLUMN mart.article_change.injured_after IS 'Injured after.';
