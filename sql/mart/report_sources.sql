-- Purpose: what each outlet covers, and how much of it others tell, too, for the daily report.
-- Grain: one outlet.
-- Parameters: since, until (dates, both included), limit
SELECT source_name, perspective, count(*) AS report_count, count(DISTINCT event_id) FILTER (WHERE is_corroborated) AS corroborated_count,
       count(DISTINCT event_id) FILTER (WHERE NOT is_corroborated) AS alone_count
FROM mart.source_coverage
WHERE event_date BETWEEN %(since)s AND %(until)s
GROUP BY source_code, source_name, perspective
ORDER BY count(DISTINCT event_id) DESC, source_name
LIMIT %(limit)s;
