-- Purpose: let one loader or linker write core at a time, till its transaction ends. Two would gain little and could see each other's halves.
-- Grain: the whole schema.
-- Parameters: none
SELECT pg_advisory_xact_lock(hashtextextended('syria-events core', 0));
