-- Purpose: the wordings of the articles of a piece of work. Which of them is current is settled afterwards.
-- Grain: one article version.
-- Parameters: work_key
INSERT INTO core.article_version AS v (
    article_id, content_hash, entry_id, entry_version, is_current, title, body, fingerprint, language, script, authors, published_at,
    modified_at, section, site_name, image_url, extractor, agreement, text_from, wall, field_sources, relevance, relevance_score,
    relevance_reasons, coding_status, code_version)
SELECT DISTINCT ON (article_id, content_hash)
       article_id, content_hash, entry_id, entry_version, false, title, body, fingerprint, language, script, authors, published_at,
       modified_at, section, site_name, image_url, extractor, agreement, text_from, wall, field_sources, relevance, relevance_score,
       relevance_reasons, coding_status, code_version
FROM raw.derived_article
WHERE work_key = %(work_key)s AND outcome = 'loaded'
ORDER BY article_id, content_hash, entry_version DESC, entry_id
ON CONFLICT (article_id, content_hash) DO UPDATE
SET entry_id = excluded.entry_id, entry_version = excluded.entry_version,
    language = excluded.language, script = excluded.script, authors = excluded.authors, published_at = excluded.published_at,
    modified_at = excluded.modified_at, section = excluded.section, site_name = excluded.site_name, image_url = excluded.image_url,
    extractor = excluded.extractor, agreement = excluded.agreement, text_from = excluded.text_from, wall = excluded.wall,
    field_sources = excluded.field_sources, relevance = excluded.relevance, relevance_score = excluded.relevance_score,
    relevance_reasons = excluded.relevance_reasons, fingerprint = excluded.fingerprint,
    coding_status = excluded.coding_status, code_version = excluded.code_version
WHERE excluded.entry_version >= v.entry_version;
