-- Purpose: one kind of happening in all vocabularies.
-- Grain: one event type.
-- Parameters: as the columns of mart.dim_event_type
INSERT INTO mart.dim_event_type AS t (event_type_code, plover_root, acled_event_type, acled_sub_event_type, quad_class, cameo_root,
                                      disorder_type, goldstein_score, ucdp_type_of_violence)
VALUES (%(event_type_code)s, %(plover_root)s, %(acled_event_type)s, %(acled_sub_event_type)s, %(quad_class)s, %(cameo_root)s,
        %(disorder_type)s, %(goldstein_score)s, %(ucdp_type_of_violence)s)
ON CONFLICT (event_type_code) DO UPDATE
SET plover_root = excluded.plover_root, acled_event_type = excluded.acled_event_type,
    acled_sub_event_type = excluded.acled_sub_event_type, quad_class = excluded.quad_class, cameo_root = excluded.cameo_root,
    disorder_type = excluded.disorder_type, goldstein_score = excluded.goldstein_score,
    ucdp_type_of_violence = excluded.ucdp_type_of_violence;
