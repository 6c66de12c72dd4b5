-- Purpose: the latest events with their evidence, for the daily report.
-- Grain: one event.
-- Parameters: since, until (dates, both included), limit
SELECT event_id, event_start_date, coalesce(acled_sub_event_type, initcap(plover_root)) AS event_sub_type, governorate, place_name, country,
       actor1_names, actor2_names, killed_low, killed_best, killed_high, family_count, report_count, confidence, headline, source_name,
       article_url, evidence
FROM mart.event
WHERE event_start_date BETWEEN %(since)s AND %(until)s
ORDER BY event_start_date DESC, family_count DESC, event_id
LIMIT %(limit)s;
