-- A view that holds half of the events, each of them whole and right.
DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW mart.fact_event AS SELECT * FROM (' || rtrim(pg_get_viewdef('mart.fact_event'), ';')
    || ') whole LIMIT ' || (SELECT count(*) / 2 FROM core.event); END $$;
