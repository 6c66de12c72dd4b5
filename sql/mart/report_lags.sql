-- Purpose: how soon articles were in the marts, for the daily report.
-- Grain: one day of arrival.
-- Parameters: since, until (dates, both included)
SELECT arrival_date, article_count, publication_p50_seconds, publication_p95_seconds
FROM mart.daily_lag
WHERE arrival_date BETWEEN %(since)s AND %(until)s
ORDER BY 1;
