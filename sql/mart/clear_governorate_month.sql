-- Purpose: make room for a summary of months whose days changed.
-- Grain: one month, governorate and type of event.
-- Parameters: months (date[]): first days
DELETE FROM mart.summary_governorate_month WHERE month_date = ANY (%(months)s);
