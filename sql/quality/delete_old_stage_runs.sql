-- Purpose: forget how long stages took.
-- Grain: one stage of one piece of work.
-- Parameters: before (timestamptz)
DELETE FROM quality.stage_run WHERE finished_at < %(before)s;
