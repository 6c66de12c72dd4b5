-- Purpose: let one poll or search store entries at a time, till its transaction ends: each looks first at what is known already.
-- Grain: all entries.
-- Parameters: none
SELECT pg_advisory_xact_lock(hashtextextended('syria-events entries', 0));
