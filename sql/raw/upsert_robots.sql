-- Purpose: remember a robots.txt.
-- Grain: one origin.
-- Parameters: origin, fetched_at, rules
INSERT INTO raw.robots AS r (origin, fetched_at, rules) VALUES (%(origin)s, %(fetched_at)s, %(rules)s)
ON CONFLICT (origin) DO UPDATE SET fetched_at = excluded.fetched_at, rules = excluded.rules
WHERE r.fetched_at < excluded.fetched_at;
