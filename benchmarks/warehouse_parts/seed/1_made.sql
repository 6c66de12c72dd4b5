-- What the made events, reports and articles are made from: fifteen years, in the order of the keys, so that no index is filled at random.
-- Parameters: rows (integer), first_day (date)
CREATE UNLOGGED TABLE raw.made AS
SELECT i, 'e' || md5(i::text) AS event_id, 'r' || md5(i::text) AS report_id, 'a' || md5(i::text) AS article_id,
       %(first_day)s::date + (random() * 5600)::integer AS day, t.type, t.sub_type,
       (ARRAY['russia', 'syrian_government', 'turkey', 'israel', 'sdf', 'islamic_state', 'opposition', 'us_led_coalition'])[1 + (random() * 7)::integer] AS doer,
       (ARRAY['civilians', 'opposition', 'sdf', 'islamic_state', 'syrian_government', 'iran_backed_militias'])[1 + (random() * 5)::integer] AS sufferer,
       'SY' || lpad((1 + i %% 14)::text, 2, '0') AS admin1, (random() * random() * 12)::integer AS killed
FROM generate_series(1, %(rows)s) i
JOIN (SELECT row_number() OVER () - 1 AS n, acled_event_type AS type, acled_sub_event_type AS sub_type
      FROM mart.dim_event_type WHERE acled_event_type IS NOT NULL) t ON t.n = i %% 25
ORDER BY md5(i::text);
ANALYZE raw.made;
INSERT INTO core.source (source_code, name, scope, family, perspective)
SELECT 's' || i, 'Source ' || i, 'syria', 'f' || i %% 12, 'independent' FROM generate_series(0, 19) i;
