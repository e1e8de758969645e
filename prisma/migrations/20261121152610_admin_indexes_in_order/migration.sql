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
