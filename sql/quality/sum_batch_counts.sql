-- Purpose: what became of all entry versions, over all batches.
-- Grain: one row.
-- Parameters: none
SELECT coalesce(sum(seen), 0)::integer AS seen, coalesce(sum(loaded), 0)::integer AS loaded,
       coalesce(sum(rejected), 0)::integer AS rejected, coalesce(sum(irrelevant), 0)::integer AS irrelevant,
       coalesce(sum(duplicate), 0)::integer AS duplicate, coalesce(sum(pending), 0)::integer AS pending,
       coalesce(bool_and(is_conserved), true) AS is_conserved
FROM quality.batch_count;
