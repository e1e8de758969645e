-- Ids come in ascending order. An index in descending order took each new entry at its first page, which was split in
-- halves that nothing filled any more: it was twice as large, and its pages lay in the file in the order opposite to
-- the reading. In ascending order pages are filled and read ahead, and the newest are read from the end as well.

-- Serves the overview (counts, people, times, by plan and by user over a period), and the list of turns with every
-- filter of its but text: both read the index alone, for the rows are wide.
DROP INDEX "turns_overview_idx";
CREATE INDEX "turns_overview_idx" ON "turns" ("tenant_id", "id")
  INCLUDE ("created_at", "user_id", "plan", "status", "notices", "model_answered", "cost_nanos", "input_tokens",
           "output_tokens", "first_content_ms", "duration_ms");

-- Serves the overview's cost and tokens by feature and model, from the index alone: the rows hold the bytes
-- of every request.
DROP INDEX "attempts_overview_idx";
CREATE INDEX "attempts_overview_idx" ON "attempts" ("tenant_id", "id")
  INCLUDE ("purpose", "status", "provider", "model_requested", "input_uncached_tokens", "input_cache_read_tokens",
           "input_cache_write_tokens", "output_text_tokens", "output_reasoning_tokens", "cost_nanos",
           "first_content_ms", "duration_ms", "started_at");

-- An index is only read alone where a vacuum came by since the rows were last written. By default that is after a fifth of
-- a partition has changed, which are the newest turns, those that are looked at most: then an overview of 7 days took
-- twice as long. New partitions get the same from lib/db/partitions.ts.
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent IN ('turns'::regclass, 'attempts'::regclass) LOOP
    EXECUTE format('ALTER TABLE %s SET (autovacuum_vacuum_scale_factor = 0.02)', part);
  END LOOP;
END
$$;
