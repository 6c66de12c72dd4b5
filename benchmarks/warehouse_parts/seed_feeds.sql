-- What the dashboard Sources shows beyond made events (seed/): feeds with a week of polls, and when articles arrived.
-- Parameters: none
SET LOCAL session_replication_role = replica;
INSERT INTO raw.feed (feed_slug, name, url, language, country, perspective, scope, family, timezone, status, next_check_at, polling)
SELECT 's' || i, 'Source ' || i, 'https://example.org/feed/' || i, 'ar', 'SY', 'independent', 'syria', 'f' || i % 12, 'UTC',
       (ARRAY['enabled', 'enabled', 'enabled', 'probation'])[1 + i % 4], now() + interval '10 minutes',
       CASE i WHEN 7 THEN '{"failures": 3}' ELSE '{}' END::jsonb
FROM generate_series(0, 19) i;
UPDATE core.source SET perspective = (ARRAY['independent', 'opposition', 'government', 'international', 'kurdish'])[1 + substr(source_code, 2)::integer % 5];
INSERT INTO raw.batch (batch_id, kind, state, created_at) VALUES ('made', 'poll', 'done', now());
INSERT INTO raw.fetch (feed_slug, batch_id, started_at, url, outcome, entry_count, new_count, next_reason)
SELECT feed_slug, 'made', now() - n * interval '1 hour', url, CASE feed_slug WHEN 's7' THEN 'failed' ELSE 'new' END, n % 5, n % 5, 'rhythm'
FROM raw.feed, generate_series(0, 167) n;
INSERT INTO raw.entry_version (entry_id, version, batch_id, seen_at, day, content_hash, title, summary, content, authors, categories,
    landing_file, landing_offset, landing_length, landing_sha256)
SELECT entry_id, 1, 'made', first_seen_at, first_seen_at::date, 'h', '', '', '', '{}', '{}', 'f', 0, 1, '0' FROM core.article;
INSERT INTO core.article_arrival (article_id, arrived_at)
SELECT article_id, first_seen_at + random() * random() * interval '40 minutes' FROM core.article;
