-- Purpose: make room for a summary of months whose days changed.
-- Grain: one month, pair of groups and type of event.
-- Parameters: months (date[]): first days
DELETE FROM mart.summary_dyad_month WHERE month_date = ANY (%(months)s);
