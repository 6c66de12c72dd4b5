-- Purpose: open the batch of a search, or open it again. It counts as handed over: the run that searches processes it, and only
--          if that run dies is it handed over to process_batch.
-- Grain: one batch.
-- Parameters: batch_id, now
INSERT INTO raw.batch AS b (batch_id, kind, created_at, handed_over_at, handovers) VALUES (%(batch_id)s, 'recovery', %(now)s, %(now)s, 1)
ON CONFLICT (batch_id) DO UPDATE SET state = 'landed', handed_over_at = excluded.handed_over_at;
