-- Purpose: the summary of months whose days changed.
-- Grain: one month, pair of groups and type of event.
-- Parameters: months (date[]): first days
INSERT INTO mart.summary_dyad_month
SELECT m.* FROM unnest(%(months)s::date[]) AS changed (month_date)
CROSS JOIN LATERAL (
    SELECT changed.month_date, actor1_group, actor2_group, event_type_code, sum(event_count), sum(killed_low), sum(killed_best),
           sum(killed_high)
    FROM mart.summary_dyad_day d
    WHERE d.event_date >= changed.month_date AND d.event_date < changed.month_date + interval '1 month'
    GROUP BY actor1_group, actor2_group, event_type_code
) m;
