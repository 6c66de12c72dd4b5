-- Purpose: what each feed that is asked did in the last day against its own past of 90 days, as the suite of feeds
--          checks it. Null where the past is too short to say: fewer than 5 days with documents, 20 entries or 20 reports.
-- Grain: one feed.
-- Parameters: now
WITH moment AS (
    SELECT %(now)s::timestamptz AS at
), fetched AS (
    SELECT f.feed_slug, f.started_at, f.entry_count, f.new_count, f.has_lost_overlap, f.outcome,
           f.started_at > m.at - interval '1 day' AS is_new, floor(extract(epoch FROM m.at - f.started_at) / 86400)::integer AS days_ago
    FROM raw.fetch f, moment m
    WHERE f.started_at > m.at - interval '90 days' AND f.started_at <= m.at
), by_day AS (
    SELECT feed_slug, days_ago, sum(new_count) AS entries,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY entry_count) FILTER (WHERE outcome IN ('new', 'same') AND entry_count > 0) AS items
    FROM fetched GROUP BY 1, 2
), documents AS (
    SELECT feed_slug, max(items) FILTER (WHERE days_ago = 0) AS items_now, max(entries) FILTER (WHERE days_ago = 0) AS entries_now,
           percentile_cont(0.9) WITHIN GROUP (ORDER BY items) FILTER (WHERE days_ago > 0) AS items_usual,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY entries) FILTER (WHERE days_ago BETWEEN 1 AND 28) AS entries_usual,
           max(entries) FILTER (WHERE days_ago BETWEEN 1 AND 28) AS entries_most,
           coalesce(sum(entries) FILTER (WHERE days_ago < 7), 0) AS entries_week,
           sum(entries) FILTER (WHERE days_ago BETWEEN 7 AND 34) / 4 AS entries_week_usual,
           count(items) FILTER (WHERE days_ago > 0) AS days_known, max(days_ago) AS days_past
    FROM by_day GROUP BY 1
), answers AS (
    SELECT feed_slug, max(started_at) FILTER (WHERE outcome IN ('new', 'same', 'not_modified')) AS last_good_at, min(started_at) AS first_at,
           max(started_at) FILTER (WHERE new_count > 0) AS last_new_at, count(*) FILTER (WHERE has_lost_overlap AND is_new) AS lost_overlaps,
           (count(*) FILTER (WHERE is_new AND outcome NOT IN ('new', 'same', 'not_modified')))::real
             / nullif(count(*) FILTER (WHERE is_new), 0) AS failed_share
    FROM fetched GROUP BY 1
), gaps AS (
    SELECT feed_slug, percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM gap) / 3600) AS longest_hours, count(gap) AS known
    FROM (SELECT feed_slug, started_at - lag(started_at) OVER (PARTITION BY feed_slug ORDER BY started_at) AS gap
          FROM fetched WHERE new_count > 0) g
    GROUP BY 1
), entry AS (
    SELECT e.feed_slug, v.seen_at > m.at - interval '1 day' AS is_new, v.published_at, v.seen_at, v.version,
           extract(epoch FROM v.published_at - v.seen_at) / 3600 AS hours_ahead, v.outcome,
           a.language, a.original_article_id IS NOT NULL AS is_copy, a.article_id
    FROM moment m
    JOIN raw.entry_version v ON v.seen_at > m.at - interval '90 days' AND v.seen_at <= m.at
    JOIN raw.entry e USING (entry_id)
    LEFT JOIN LATERAL (
        SELECT c.article_id, w.language, c.original_article_id
        FROM core.article_version w JOIN core.article c USING (article_id)
        WHERE (w.entry_id, w.entry_version) = (v.entry_id, v.version) LIMIT 1
    ) a ON true
), entries AS (
    SELECT n.feed_slug, count(*) FILTER (WHERE n.is_new) AS new_entries, count(*) FILTER (WHERE NOT n.is_new) AS old_entries,
           avg((n.published_at IS NULL)::integer) FILTER (WHERE n.is_new) AS undated_now,
           avg((n.published_at IS NULL)::integer) FILTER (WHERE NOT n.is_new) AS undated_usual,
           avg((n.hours_ahead > 0.1)::integer) FILTER (WHERE n.is_new) AS ahead_now,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY n.hours_ahead) FILTER (WHERE n.is_new AND n.version = 1) AS skew_now,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY n.hours_ahead) FILTER (WHERE NOT n.is_new AND n.version = 1) AS skew_usual,
           avg((n.outcome = 'rejected')::integer) FILTER (WHERE n.is_new) AS rejected_now,
           avg((n.outcome = 'rejected')::integer) FILTER (WHERE NOT n.is_new) AS rejected_usual,
           count(n.article_id) FILTER (WHERE n.is_new) AS new_articles, count(n.article_id) FILTER (WHERE NOT n.is_new) AS old_articles,
           avg((n.language = f.language)::integer) FILTER (WHERE n.is_new) AS language_now,
           avg((n.language = f.language)::integer) FILTER (WHERE NOT n.is_new) AS language_usual,
           avg(n.is_copy::integer) FILTER (WHERE n.is_new AND n.article_id IS NOT NULL) AS copies_now,
           avg(n.is_copy::integer) FILTER (WHERE NOT n.is_new AND n.article_id IS NOT NULL) AS copies_usual
    FROM entry n JOIN raw.feed f USING (feed_slug)
    GROUP BY 1
), places AS (
    SELECT a.source_code AS feed_slug,
           count(*) FILTER (WHERE a.first_seen_at > m.at - interval '1 day') AS new_reports,
           count(*) FILTER (WHERE a.first_seen_at <= m.at - interval '1 day') AS old_reports,
           avg((r.place_name IS NULL)::integer) FILTER (WHERE a.first_seen_at > m.at - interval '1 day') AS null_now,
           avg((r.place_name IS NULL)::integer) FILTER (WHERE a.first_seen_at <= m.at - interval '1 day') AS null_usual
    FROM moment m
    JOIN core.article a ON a.first_seen_at > m.at - interval '90 days' AND a.first_seen_at <= m.at
    JOIN core.report r USING (article_id)
    GROUP BY 1
)
SELECT f.feed_slug AS row_key, f.name AS headline, f.status,
       extract(epoch FROM m.at - coalesce(w.last_good_at, w.first_at))::real / 3600 AS hours_since_good,
       CASE WHEN g.known >= 5
            THEN extract(epoch FROM m.at - w.last_new_at)::real / 3600 / greatest(24, 3 * g.longest_hours) END::real AS silence,
       w.lost_overlaps::integer AS lost_overlaps, w.failed_share,
       CASE WHEN d.days_known >= 5 AND d.items_usual >= 8 THEN d.items_now / d.items_usual END::real AS window_share,
       CASE WHEN d.days_past >= 14 AND d.entries_now >= 20 THEN d.entries_now / greatest(d.entries_usual, d.entries_most / 2, 1) END::real
         AS volume_ratio,
       CASE WHEN d.days_past >= 21 AND d.entries_week_usual >= 14 THEN d.entries_week / d.entries_week_usual END::real AS week_ratio,
       CASE WHEN n.new_entries >= 5 THEN n.ahead_now END::real AS ahead_share,
       CASE WHEN n.new_entries >= 5 AND n.old_entries >= 20 THEN abs(n.skew_now - n.skew_usual) END::real AS skew_change_hours,
       CASE WHEN n.new_entries >= 5 AND n.old_entries >= 20 THEN n.undated_now - n.undated_usual END::real AS undated_change,
       CASE WHEN n.new_entries >= 10 AND n.old_entries >= 20 THEN n.rejected_now - n.rejected_usual END::real AS rejected_change,
       CASE WHEN n.new_articles >= 5 AND n.old_articles >= 20 THEN n.language_now - n.language_usual END::real AS language_change,
       CASE WHEN n.new_articles >= 5 AND n.old_articles >= 20 THEN n.copies_now - n.copies_usual END::real AS copies_change,
       CASE WHEN p.new_reports >= 10 AND p.old_reports >= 20 THEN p.null_now - p.null_usual END::real AS null_place_change
FROM raw.feed f
CROSS JOIN moment m
LEFT JOIN answers w USING (feed_slug)
LEFT JOIN documents d USING (feed_slug)
LEFT JOIN gaps g USING (feed_slug)
LEFT JOIN entries n USING (feed_slug)
LEFT JOIN places p USING (feed_slug)
WHERE f.status = 'enabled'
ORDER BY 1;
