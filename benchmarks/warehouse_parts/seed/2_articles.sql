-- One article in one version for each event.
INSERT INTO core.article (article_id, url, source_code, entry_id, first_seen_at)
SELECT article_id, 'https://example.org/' || i, 's' || i %% 20, 'n' || i, day + time '12:00' FROM raw.made;
INSERT INTO core.article_version (article_id, content_hash, entry_id, entry_version, is_current, title, body, fingerprint, language, authors,
    published_at, text_from, field_sources, relevance, relevance_score, relevance_reasons, coding_status, code_version)
SELECT article_id, 'h', 'n' || i, 1, true, 'Title ' || i, repeat('word ', 40), i::text, 'ar', '{}', day + time '12:00', 'page', '{}', 'syria', 1,
       '{}', 'coded', 'bench' FROM raw.made;
