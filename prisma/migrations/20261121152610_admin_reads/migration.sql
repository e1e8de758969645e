-- The admin's indexes in ascending order, and without what is running. Ids ascend: in descending order each new entry went
-- to the first page, which was split in halves that nothing filled any more. And a row that is written when it begins and
-- again when it ends left two of these wide entries; now its beginning costs none. With a few turns at a time the indexes
-- are half as large so, and their pages lie in the file as they are read. Who reads them asks for what is running beside
-- it, see lib/db/with-running.ts.

-- Serves the overview (counts, people, times, by plan and by user over a period), and the list of turns with every
-- filter of its but text: both read the index alone, for the rows are wide.
DROP INDEX "turns_overview_idx";
CREATE INDEX "turns_overview_idx" ON "turns" ("tenant_id", "id")
  INCLUDE ("created_at", "user_id", "plan", "status", "notices", "model_answered", "cost_nanos", "input_tokens",
           "output_tokens", "first_content_ms", "duration_ms")
  WHERE "status" <> 'RUNNING';

-- Serves the overview's cost and tokens by feature and model, from the index alone: the rows hold the bytes
-- of every request.
DROP INDEX "attempts_overview_idx";
CREATE INDEX "attempts_overview_idx" ON "attempts" ("tenant_id", "id")
  INCLUDE ("purpose", "status", "provider", "model_requested", "input_uncached_tokens", "input_cache_read_tokens",
           "input_cache_write_tokens", "output_text_tokens", "output_reasoning_tokens", "cost_nanos",
           "first_content_ms", "duration_ms", "started_at")
  WHERE "status" <> 'RUNNING';

-- Serves the overview too: the calls that run now. Those turns are in turns_running_idx.
CREATE INDEX "attempts_running_idx" ON "attempts" ("tenant_id", "id") WHERE "status" = 'RUNNING';

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
