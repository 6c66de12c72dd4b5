-- The marts have a version, so that a dashboard or script can say which columns it needs. A migration that adds to them adds a row.

CREATE TABLE mart.contract_version (
    version    smallint PRIMARY KEY,
    changed_on date NOT NULL,
    added      text NOT NULL
);
COMMENT ON TABLE mart.contract_version IS 'Grain: one version of the contract with BI tools. A version only adds: what an earlier one has stays.';
COMMENT ON COLUMN mart.contract_version.version IS 'Counted from 1; the highest is what this warehouse offers.';
COMMENT ON COLUMN mart.contract_version.changed_on IS 'Day of the change.';
COMMENT ON COLUMN mart.contract_version.added IS 'What came with it.';
INSERT INTO mart.contract_version (version, changed_on, added) VALUES
    (1, '2026-11-24', 'star schema, mart.event, summaries by day and month, history'),
    (2, '2026-11-28', 'views of the dashboards'),
    (3, '2026-11-28', 'event_version, event_tombstone, daily_accusation, contract_version');
