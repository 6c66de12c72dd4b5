-- Purpose: what is known of robots.txt files.
-- Grain: one origin.
-- Parameters: since (timestamptz): leave out what is older
SELECT origin, fetched_at, rules FROM raw.robots WHERE fetched_at >= %(since)s;
