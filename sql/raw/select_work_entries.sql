-- Purpose: the entry versions that a piece of work is about, with their page and with the entry that owns their link.
-- Grain: one entry version.
-- Parameters: batch_id (text or null), day (date or null), entry_ids (text[] or null) with entry_keys (text[], id/version): one is given
SELECT v.entry_id, v.version, v.batch_id, v.seen_at, v.url, v.canonical_url, v.title, v.summary, v.content, v.authors, v.categories,
       v.language, v.published_at, v.published_raw, v.published_null_reason, v.updated_at,
       e.feed_slug, e.identity, e.guid, e.first_seen_at, f.scope, f.timezone,
       p.state AS page_state, p.final_url AS page_url, p.http_status AS page_status, p.fetched_at AS page_fetched_at,
       p.error_class AS page_error_class, p.landing_file, p.landing_offset, p.landing_length, p.landing_sha256,
       owner.entry_id AS owner_entry_id
FROM raw.entry_version v
JOIN raw.entry e ON e.entry_id = v.entry_id
JOIN raw.feed f ON f.feed_slug = e.feed_slug
LEFT JOIN raw.page p ON (p.entry_id, p.version) = (v.entry_id, v.version)
LEFT JOIN LATERAL (
    -- the entry that first pointed at this link, in whichever feed: a rule on raw data alone, so any order of work agrees
    SELECT o.entry_id
    FROM raw.entry_version w
    JOIN raw.entry o ON o.entry_id = w.entry_id
    WHERE w.canonical_url = v.canonical_url
    ORDER BY o.first_seen_at, o.entry_id
    LIMIT 1
) owner ON true
WHERE (v.batch_id = %(batch_id)s OR v.day = %(day)s
       OR (v.entry_id = ANY (%(entry_ids)s) AND v.entry_id || '/' || v.version = ANY (%(entry_keys)s)))
ORDER BY v.entry_id, v.version;
