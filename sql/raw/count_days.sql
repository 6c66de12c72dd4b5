-- Purpose: how much there is to derive again on each day.
-- Grain: one UTC day with entries.
-- Parameters: first_day, last_day (date)
SELECT v.day, count(*)::integer AS entry_versions,
       count(*) FILTER (WHERE p.state = 'landed')::integer AS landed_pages,
       count(*) FILTER (WHERE v.outcome = 'loaded')::integer AS loaded,
       count(DISTINCT a.article_id)::integer AS articles
FROM raw.entry_version v
LEFT JOIN raw.page p ON (p.entry_id, p.version) = (v.entry_id, v.version)
LEFT JOIN core.article_version a ON (a.entry_id, a.entry_version) = (v.entry_id, v.version)
WHERE v.day BETWEEN %(first_day)s AND %(last_day)s
GROUP BY v.day
ORDER BY v.day;
