-- Purpose: one rejected row, whole, with its feed and what was done about it.
-- Grain: one rejected row.
-- Parameters: rejected_id
SELECT q.*, e.feed_slug, v.title, v.url, v.outcome AS entry_outcome, v.outcome_reason AS entry_outcome_reason,
       coalesce((
           SELECT jsonb_agg(jsonb_build_object('action', a.action, 'acted_by', a.acted_by, 'acted_at', a.acted_at, 'note', a.note)
                            ORDER BY a.action_id)
           FROM quality.rejection_action a WHERE a.rejected_id = q.rejected_id), '[]') AS actions
FROM quality.rejected_row q
JOIN raw.entry e USING (entry_id)
JOIN raw.entry_version v ON (v.entry_id, v.version) = (q.entry_id, q.entry_version)
WHERE q.rejected_id = %(rejected_id)s;
