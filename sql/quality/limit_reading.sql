-- Purpose: let this transaction only read, and not for long: pages must neither change nor hold up anything.
-- Grain: one row.
-- Parameters: none
SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', '15s', true);
