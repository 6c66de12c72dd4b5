-- What the checks on the warehouse must find, by suite and expectation. Applied all at once, in this order.

-- core evidence_equals_slice
UPDATE core.report_evidence SET quote = quote || 'x' WHERE position = 0;

-- core report_has_evidence
DELETE FROM core.report_evidence WHERE report_id = (SELECT min(report_id) FROM core.report);

-- core article_has_current_version
UPDATE core.article_version SET is_current = false
    WHERE article_id = (SELECT min(article_id) FROM core.article_version);

-- core copy_has_original
UPDATE core.article SET original_article_id = 'gone', copy_kind = 'copy'
    WHERE article_id = (SELECT max(article_id) FROM core.article);

-- core event_has_reports
UPDATE core.event SET report_count = report_count + 1;

-- core links_are_actual
UPDATE core.report SET realis = 'planned' WHERE report_id = (SELECT min(report_id) FROM core.event_report);

-- core actual_reports_are_linked
DELETE FROM core.event_report WHERE report_id = (
    SELECT max(report_id) FROM core.event_report JOIN core.report USING (report_id)
    JOIN core.article_version USING (article_id, content_hash) WHERE is_current AND realis = 'actual');

-- core tolls_in_order
UPDATE core.event_toll SET low = -1;

-- core actual_not_in_future
UPDATE core.event SET event_start_date = '2039-01-01', event_end_date = '2039-01-01'
    WHERE event_id = (SELECT min(event_id) FROM core.event);

-- core coordinates_in_syria
UPDATE core.event SET lat = 1 WHERE lat IS NOT NULL AND country = 'SY';

-- core tombstones_lead_to_events
INSERT INTO core.event_tombstone (event_id, merged_into) VALUES ('gone', 'nowhere');

-- core batches_are_conserved
UPDATE raw.fetch SET new_count = new_count + 1, entry_count = entry_count + 1 WHERE new_count > 0;

-- core loaded_entries_have_articles
UPDATE raw.entry_version SET outcome = 'loaded'
    WHERE entry_id = (SELECT min(entry_id) FROM raw.entry_version WHERE outcome = 'irrelevant');

-- core rejected_entries_have_reasons
UPDATE raw.entry_version SET outcome = 'rejected'
    WHERE entry_id = (SELECT max(entry_id) FROM raw.entry_version WHERE outcome = 'irrelevant');

-- core nothing_pending_for_long
UPDATE raw.entry_version SET outcome = 'pending', seen_at = seen_at - interval '2 days'
    WHERE entry_id = (SELECT min(entry_id) FROM raw.entry_version WHERE outcome = 'duplicate');

-- mart governorate_day_is_current
UPDATE mart.summary_governorate_day SET event_count = event_count + 1;

-- mart toll_day_is_current
DELETE FROM mart.summary_toll_day;

-- mart dyad_day_is_current
UPDATE mart.summary_dyad_day SET killed_best = 999;

-- mart source_day_is_current
UPDATE mart.summary_source_day SET first_count = first_count + 1;

-- mart governorate_month_is_current
DELETE FROM mart.summary_governorate_month;

-- mart dyad_month_is_current
DELETE FROM mart.summary_dyad_month;

-- mart keys_have_dimensions
DELETE FROM mart.dim_event_type;

-- mart days_in_calendar
DELETE FROM mart.dim_date;

-- mart lag_is_short
UPDATE core.article SET first_seen_at = date_trunc('day', now()) - interval '12 hours';
UPDATE core.article_arrival SET arrived_at = date_trunc('day', now()) - interval '9 hours';

-- mart is_fresh
DELETE FROM core.article_arrival WHERE article_id = (
    SELECT max(r.article_id) FROM core.event_report l JOIN core.report r USING (report_id) WHERE r.realis = 'actual');
