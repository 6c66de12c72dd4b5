-- Purpose: which of these links an entry of any feed has brought already.
-- Grain: one canonical URL.
-- Parameters: canonical_urls (text[])
SELECT DISTINCT canonical_url FROM raw.entry_version WHERE canonical_url = ANY (%(canonical_urls)s::text[]);
