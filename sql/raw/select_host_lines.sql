-- Purpose: the lines that hosts repeat, and since when that is known.
-- Grain: one line of one host.
-- Parameters: hosts (text[])
SELECT host, line_key, repeated_since FROM raw.host_line WHERE host = ANY (%(hosts)s) AND repeated_since IS NOT NULL;
