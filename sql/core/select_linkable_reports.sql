-- Purpose: actual reports of current article versions whose happening may lie in a span of days, with all their parts.
-- Grain: one report.
-- Parameters: first_day, last_day (date), undated_days (integer): how long before publication an undated happening may lie
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
WHERE r.realis = 'actual' AND v.is_current
  AND coalesce(r.event_start_date, (coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC')::date - %(undated_days)s::integer)
      <= %(last_day)s
  AND coalesce(r.event_end_date, r.event_start_date, (coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC')::date)
      >= %(first_day)s
ORDER BY r.report_id;
