-- Purpose: the latest events with their evidence.
-- Grain: one event.
-- Parameters: limit
SELECT event_id, event_start_date, acled_sub_event_type, plover_root, governorate, place_name, country, actor1_names, actor2_names,
       killed_low, killed_best, killed_high, injured_best, report_count, family_count, confidence, headline, source_name, article_url,
       evidence
FROM mart.event
ORDER BY event_start_date DESC NULLS LAST, family_count DESC, event_id
LIMIT %(limit)s;
