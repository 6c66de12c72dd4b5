-- Purpose: bring raw.feed up to the registry; what polling learned stays.
-- Grain: one feed.
-- Parameters: slug, name, url, homepage, language, country, perspective, scope, family, timezone, status, note
INSERT INTO raw.feed AS f (feed_slug, name, url, homepage, language, country, perspective, scope, family, timezone, status, note)
VALUES (%(slug)s, %(name)s, %(url)s, %(homepage)s, %(language)s, %(country)s, %(perspective)s, %(scope)s, %(family)s,
        %(timezone)s, %(status)s, %(note)s)
ON CONFLICT (feed_slug) DO UPDATE
SET name = excluded.name, url = excluded.url, homepage = excluded.homepage, language = excluded.language,
    country = excluded.country, perspective = excluded.perspective, scope = excluded.scope, family = excluded.family,
    timezone = excluded.timezone, note = excluded.note,
    -- a feed that passed its probation stays enabled
    status = CASE WHEN f.status = 'enabled' AND excluded.status = 'probation' THEN f.status ELSE excluded.status END
WHERE (f.name, f.url, f.homepage, f.language, f.country, f.perspective, f.scope, f.family, f.timezone, f.note, f.status)
    IS DISTINCT FROM
      (excluded.name, excluded.url, excluded.homepage, excluded.language, excluded.country, excluded.perspective,
       excluded.scope, excluded.family, excluded.timezone, excluded.note, excluded.status);
