-- Purpose: take the links of reports that vanished since they were noted; those of reports that are still linked are dropped.
-- Grain: one link.
-- Parameters: none
WITH taken AS (
    DELETE FROM core.former_link RETURNING *
)
SELECT t.report_id, t.event_id, t.article_id, t.event_type, t.rank, t.day
FROM taken t
WHERE NOT EXISTS (SELECT FROM core.event_report l WHERE l.report_id = t.report_id)
ORDER BY t.report_id;
