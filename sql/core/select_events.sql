-- Purpose: events as they are stored, with their actors and tolls.
-- Grain: one event.
-- Parameters: event_ids (text[])
SELECT e.*,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'group', x.group_code, 'name', x.name, 'voices', x.voice_count)
                                  ORDER BY x.position), '[]')
        FROM core.event_actor x WHERE x.event_id = e.event_id) AS actors,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'victims', x.victims, 'low', x.low, 'best', x.best,
                                                     'high', x.high, 'claimants', x.claimant_count) ORDER BY x.kind, x.victims), '[]')
        FROM core.event_toll x WHERE x.event_id = e.event_id) AS tolls
FROM core.event e
WHERE e.event_id = ANY (%(event_ids)s)
ORDER BY e.event_id;
