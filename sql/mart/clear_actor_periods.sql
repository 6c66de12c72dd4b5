-- Purpose: make room for the named actors as the dictionary has them now.
-- Grain: one named actor in one group.
-- Parameters: none
DELETE FROM mart.dim_actor_period;
