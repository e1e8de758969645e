type HandWritten = {
  /** Why Prisma's schema cannot say it. */
  readonly reason: string;
  /** As test/read-catalog.ts tells it, after all migrations. */
  readonly migrated: readonly string[];
  /** What schema.prisma alone makes instead. */
  readonly declared?: readonly string[];
};

/** SQL in the migrations that goes beyond schema.prisma. What is not on this list must be the same on both sides. */
export const handWrittenCatalog: readonly HandWritten[] = [
  {
    reason: "Prisma has no partitions",
    migrated: [
      "table attempts kind p persistence p partitioned by RANGE (id)",
      "table attempts_default kind r persistence p options autovacuum_vacuum_scale_factor=0.02 partition DEFAULT",
      "table guard_verdicts kind p persistence p partitioned by RANGE (id)",
      "table guard_verdicts_default kind r persistence p partition DEFAULT",
      "table turn_stream_parts kind p persistence p partitioned by RANGE (turn_id)",
      "table turn_stream_parts_default kind r persistence p partition DEFAULT",
      "table turns kind p persistence p partitioned by RANGE (id)",
      "table turns_default kind r persistence p options autovacuum_vacuum_scale_factor=0.02 partition DEFAULT",
    ],
    declared: [
      "table attempts kind r persistence p",
      "table guard_verdicts kind r persistence p",
      "table turn_stream_parts kind r persistence p",
      "table turns kind r persistence p",
    ],
  },
  {
    reason: "full text search needs extensions, a configuration and a generated column",
    migrated: [
      "column passages.search tsvector generated default passage_search(title, headings, text)",
      "extension pg_trgm",
      "extension unaccent",
      "function passage_search(text,text[],text)",
      "index CREATE INDEX passages_search_idx ON passages USING gin (search) WITH (fastupdate=off)",
      "index CREATE INDEX passages_text_trgm_idx ON passages USING gin (text gin_trgm_ops)",
      "search configuration parapet",
    ],
    declared: ["column passages.search tsvector"],
  },
  {
    reason: "Prisma has no partial indexes",
    migrated: [
      "index CREATE INDEX flags_open_idx ON flags USING btree (tenant_id, id DESC) WHERE (decision IS NULL)",
      "index CREATE INDEX turns_running_idx ON turns USING btree (server_id) WHERE (status = 'RUNNING'::turn_status)",
    ],
  },
  {
    reason:
      "Prisma has no partial indexes, none that carry more columns, and none over expressions: the admin area's",
    migrated: [
      "function message_search(jsonb)",
      "index CREATE INDEX attempts_overview_idx ON attempts USING btree (tenant_id, id) INCLUDE (purpose, status, provider, model_requested, input_uncached_tokens, input_cache_read_tokens, input_cache_write_tokens, output_text_tokens, output_reasoning_tokens, cost_nanos, first_content_ms, duration_ms, started_at) WHERE (status <> 'RUNNING'::attempt_status)",
      "index CREATE INDEX attempts_running_idx ON attempts USING btree (tenant_id, id) WHERE (status = 'RUNNING'::attempt_status)",
      "index CREATE INDEX flags_decided_idx ON flags USING btree (tenant_id, decided_at DESC, id DESC) WHERE (decision IS NOT NULL)",
      "index CREATE INDEX messages_search_idx ON messages USING gin (message_search(content))",
      "index CREATE INDEX turns_overview_idx ON turns USING btree (tenant_id, id) INCLUDE (created_at, user_id, plan, status, notices, model_answered, cost_nanos, input_tokens, output_tokens, first_content_ms, duration_ms) WHERE (status <> 'RUNNING'::turn_status)",
      "index CREATE INDEX users_search_idx ON users USING gin ((((name || ' '::text) || email)) gin_trgm_ops)",
    ],
  },
  {
    reason: "Prisma has no storage settings",
    migrated: [
      "table rate_limits kind r persistence u options fillfactor=50",
      "table usage_counters kind r persistence p options fillfactor=50",
    ],
    declared: ["table rate_limits kind r persistence p", "table usage_counters kind r persistence p"],
  },
];
