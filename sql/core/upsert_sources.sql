-- Purpose: the sources of the articles that are being loaded.
-- Grain: one source.
-- Parameters: work_key
INSERT INTO core.source AS s (source_code, name, homepage, language, country, perspective, scope, family)
SELECT DISTINCT f.feed_slug, f.name, f.homepage, f.language, f.country, f.perspective, f.scope, f.family
FROM raw.derived_article d
JOIN raw.entry e USING (entry_id)
JOIN raw.feed f USING (feed_slug)
WHERE d.work_key = %(work_key)s AND d.outcome = 'loaded'
ORDER BY f.feed_slug
ON CONFLICT (source_code) DO UPDATE
SET name = excluded.name, homepage = excluded.homepage, language = excluded.language, country = excluded.country,
    perspective = excluded.perspective, scope = excluded.scope, family = excluded.family
WHERE (s.name, s.homepage, s.language, s.country, s.perspective, s.scope, s.family) IS DISTINCT FROM
      (excluded.name, excluded.homepage, excluded.language, excluded.country, excluded.perspective, excluded.scope, excluded.family);
