-- KPIs of 30 days against the 30 before
SELECT event_date > date '2026-06-01' AS is_recent, sum(event_count), sum(killed_best), sum(contested_count) FROM mart.daily_event
WHERE event_date > date '2026-05-02' AND event_date <= date '2026-07-01' GROUP BY 1;
-- tolls with their range by month, all time
SELECT month_date, sum(killed_low), sum(killed_best), sum(killed_high) FROM mart.monthly_event GROUP BY 1 ORDER BY 1;
-- events a day by type, 90 days
SELECT event_date, acled_event_type, sum(event_count) FROM mart.daily_event WHERE event_date > date '2026-04-01' GROUP BY 1, 2;
-- map of governorates, a year
SELECT admin1_iso, sum(event_count), sum(killed_best) FROM mart.daily_governorate WHERE event_date > date '2025-07-01' GROUP BY 1;
-- heatmap of month and governorate, all time
SELECT month_date, governorate, sum(event_count) FROM mart.monthly_event GROUP BY 1, 2;
-- top dyads of a year
SELECT actor1_name, actor2_name, sum(event_count), sum(killed_best) FROM mart.monthly_dyad WHERE month_date > date '2025-07-01'
GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20;
-- points on the map, 7 days
SELECT event_id, lat, lon, acled_event_type, killed_best FROM mart.fact_event
WHERE event_start_date BETWEEN date '2026-06-10' AND date '2026-06-16' AND NOT is_centroid;
-- latest 50 air strikes in Idleb, with article and words
SELECT event_id, event_start_date, place_name, actor1_names, killed_best, headline, article_url, evidence FROM mart.event
WHERE admin1_pcode = 'SY07' AND acled_sub_event_type = 'Air/drone strike' ORDER BY event_start_date DESC LIMIT 50;
