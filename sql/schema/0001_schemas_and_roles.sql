-- Schemas and the two roles that work in them. Roles belong to the whole server: another database may have made them already.

CREATE SCHEMA raw;
CREATE SCHEMA core;
CREATE SCHEMA quality;
CREATE SCHEMA mart;

COMMENT ON SCHEMA raw IS 'What came over the wire and where it lies: feeds, fetches, batches, entries, pages; and rows on their way into core.';
COMMENT ON SCHEMA core IS 'What the press says, normalised: sources, articles, reports, events, places.';
COMMENT ON SCHEMA quality IS 'Rejected rows, results of checks, counts that must add up.';
COMMENT ON SCHEMA mart IS 'The contract with BI tools: a star schema and views. The only schema that bi_reader may read.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'loader') THEN
        CREATE ROLE loader NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bi_reader') THEN
        CREATE ROLE bi_reader LOGIN CONNECTION LIMIT 20;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;  -- a migration of another database made them at this moment
END
$$;

-- Guard rails for dashboards; privileges, not these settings, are what keeps bi_reader out of the other schemas.
ALTER ROLE bi_reader SET statement_timeout = '30s';
ALTER ROLE bi_reader SET lock_timeout = '2s';
ALTER ROLE bi_reader SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE bi_reader SET default_transaction_read_only = on;
ALTER ROLE bi_reader SET search_path = mart;

GRANT loader TO CURRENT_USER;
GRANT USAGE ON SCHEMA raw, core, quality, mart TO loader;
GRANT USAGE ON SCHEMA mart TO bi_reader;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

ALTER DEFAULT PRIVILEGES IN SCHEMA raw, core, quality GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO loader;
ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO loader;
ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO bi_reader;
