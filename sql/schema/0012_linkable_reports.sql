-- Reports as linking reads them, and indexes that find those around a few days among millions.

CREATE VIEW core.linkable_report AS
SELECT r.*, a.source_code, s.family, a.original_article_id, a.first_seen_at, v.title, v.body, v.language, v.published_at, v.modified_at,
       l.event_id AS previous_event_id,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('start', x.span_start, 'end', x.span_end, 'quote', x.quote)
                                  ORDER BY x.position), '[]')
        FROM core.report_evidence x WHERE x.report_id = r.report_id) AS evidence,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'name', x.name, 'group', x.group_code,
                                                     'start', x.span_start, 'end', x.span_end) ORDER BY x.position), '[]')
        FROM core.report_actor x WHERE x.report_id = r.report_id) AS actors,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'victims', x.victims, 'low', x.low, 'best', x.best,
                                                     'high', x.high, 'cumulative', x.is_cumulative, 'claimed_by', x.claimed_by,
                                                     'start', x.span_start, 'end', x.span_end) ORDER BY x.position), '[]')
        FROM core.casualty_claim x WHERE x.report_id = r.report_id) AS casualties
FROM core.report r
JOIN core.article a USING (article_id)
JOIN core.source s USING (source_code)
JOIN core.article_version v ON (v.article_id, v.content_hash) = (r.article_id, r.content_hash)
LEFT JOIN core.event_report l USING (report_id)
WHERE r.realis = 'actual' AND v.is_current;
COMMENT ON VIEW core.linkable_report IS 'Grain: one actual report of a current article version, with all its parts.';

CREATE INDEX report_long ON core.report (event_end_date)
WHERE realis = 'actual' AND event_end_date - event_start_date > 31;
CREATE INDEX report_undated ON core.report (article_id, content_hash) WHERE realis = 'actual' AND event_start_date IS NULL;
CREATE INDEX article_version_by_publication ON core.article_version (published_at) WHERE is_current;
CREATE INDEX article_version_unpublished ON core.article_version (article_id) WHERE is_current AND published_at IS NULL;
CREATE INDEX article_by_first_sight ON core.article (first_seen_at);
