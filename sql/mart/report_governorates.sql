-- Purpose: the map of the daily report: every governorate with its shape, those without an event, too.
-- Grain: one governorate.
-- Parameters: since, until (dates, both included)
SELECT m.name_en AS governorate, m.feature, m.attribution, coalesce(sum(d.event_count), 0)::bigint AS event_count,
       sum(d.killed_low)::bigint AS killed_low, sum(d.killed_best)::bigint AS killed_best, sum(d.killed_high)::bigint AS killed_high
FROM mart.governorate_map m
LEFT JOIN mart.daily_event d ON d.admin1_pcode = m.admin1_pcode AND d.event_date BETWEEN %(since)s AND %(until)s
GROUP BY m.name_en, m.feature, m.attribution
ORDER BY m.name_en;
