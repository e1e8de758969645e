-- AlterTable
ALTER TABLE "users" ADD COLUMN     "limits" JSONB;

-- The words of a message: its texts, without notices, sources and what a model thought to itself.
CREATE FUNCTION message_search(content jsonb) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('parapet'::regconfig, jsonb_path_query_array(content, '$.parts[*] ? (@.type == "text").text'));

-- Serves the admin's search over questions and answers.
CREATE INDEX "messages_search_idx" ON "messages" USING GIN (message_search("content"));

-- Serves the overview (counts, people, times, by plan and by user over a period), and the list of turns with every
-- filter of its but text: both read the index alone, for the rows are wide.
CREATE INDEX "turns_overview_idx" ON "turns" ("tenant_id", "id" DESC)
  INCLUDE ("created_at", "user_id", "plan", "status", "notices", "model_answered", "cost_nanos", "input_tokens",
           "output_tokens", "first_content_ms", "duration_ms");

-- Serves the overview's cost and tokens by feature and model, from the index alone: the rows hold the bytes
-- of every request.
CREATE INDEX "attempts_overview_idx" ON "attempts" ("tenant_id", "id" DESC)
  INCLUDE ("turn_id", "purpose", "status", "provider", "model_requested", "input_uncached_tokens",
           "input_cache_read_tokens", "input_cache_write_tokens", "output_text_tokens", "output_reasoning_tokens",
           "cost_nanos", "first_content_ms", "duration_ms", "started_at");

-- Serves the list of decided flags, the newest decision first.
CREATE INDEX "flags_decided_idx" ON "flags" ("tenant_id", "decided_at" DESC, "id" DESC) WHERE "decision" IS NOT NULL;

-- Serves the list of people when it is searched for a part of a name or an address.
CREATE INDEX "users_search_idx" ON "users" USING GIN (("name" || ' ' || "email") gin_trgm_ops);
