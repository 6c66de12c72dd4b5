-- Rows on their way into core live for minutes, so statistics on their work_key always tell of other work: the planner takes the rows of
-- this work for one row and joins them by nested loops over all of it, ten thousand reports in seconds rather than milliseconds.
-- Without statistics it assumes a two-hundredth of the table and uses the whole key.

ALTER TABLE raw.derived_article ALTER COLUMN work_key SET STATISTICS 0;
ALTER TABLE raw.derived_report ALTER COLUMN work_key SET STATISTICS 0;
