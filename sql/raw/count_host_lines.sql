-- Purpose: count the lines of a page for its host. Pages are counted in the order in which they were fetched.
-- Grain: one line of one page.
-- Parameters: host, url, fetched_at, line_keys (text[])
INSERT INTO raw.host_line AS l (host, line_key, first_url)
SELECT %(host)s, line_key, %(url)s FROM unnest(%(line_keys)s::text[]) AS line_key ORDER BY line_key
ON CONFLICT (host, line_key) DO UPDATE SET repeated_since = %(fetched_at)s
WHERE l.repeated_since IS NULL AND l.first_url <> excluded.first_url;
