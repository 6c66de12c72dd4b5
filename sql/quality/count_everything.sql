-- Purpose: the size of everything, for a summary.
-- Grain: one row.
-- Parameters: none
SELECT (SELECT count(*) FROM raw.feed WHERE status <> 'disabled') AS feeds,
       (SELECT count(*) FROM raw.fetch) AS fetches,
       (SELECT count(*) FROM raw.entry) AS entries,
       (SELECT count(*) FROM raw.entry_version) AS entry_versions,
       (SELECT count(*) FROM raw.page WHERE state = 'landed') AS pages,
       (SELECT count(*) FROM core.article) AS articles,
       (SELECT count(*) FROM core.article_version) AS article_versions,
       (SELECT count(*) FROM core.article WHERE original_article_id IS NOT NULL) AS copies,
       (SELECT count(*) FROM core.report) AS reports,
       (SELECT count(*) FROM core.event) AS events,
       (SELECT count(*) FROM quality.rejected_row WHERE state <> 'mended') AS rejections,
       (SELECT count(*) FROM raw.batch) AS batches,
       (SELECT count(*) FROM raw.batch WHERE state <> 'done') AS open_batches;
