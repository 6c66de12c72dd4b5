-- Purpose: the summary of months whose days changed.
-- Grain: one month, governorate and type of event.
-- Parameters: months (date[]): first days
INSERT INTO mart.summary_governorate_month
SELECT m.* FROM unnest(%(months)s::date[]) AS changed (month_date)
CROSS JOIN LATERAL (
    SELECT changed.month_date, admin1_pcode, event_type_code, sum(event_count), sum(contested_count), sum(corroborated_count), sum(killed_low), sum(killed_best),
           sum(killed_high), sum(injured_low), sum(injured_best), sum(injured_high)
    FROM mart.summary_governorate_day d
    WHERE d.event_date >= changed.month_date AND d.event_date < changed.month_date + interval '1 month'
    GROUP BY admin1_pcode, event_type_code
) m;
