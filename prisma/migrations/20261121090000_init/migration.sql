-- Full text search that folds accents, then stems. A configuration (unlike a call of unaccent()) is immutable, so a
-- generated column may use it.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TEXT SEARCH CONFIGURATION parapet (COPY = english);
ALTER TEXT SEARCH CONFIGURATION parapet ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- array_to_string is only STABLE for the sake of types whose output depends on settings; text is not one of them.
CREATE FUNCTION passage_search(title text, headings text[], body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector('parapet'::regconfig, array_to_string(headings, ' ')), 'A')
      || setweight(to_tsvector('parapet'::regconfig, title), 'B')
      || setweight(to_tsvector('parapet'::regconfig, body), 'D');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('USER', 'ADMIN');

-- CreateEnum
CREATE TYPE "message_role" AS ENUM ('USER', 'ASSISTANT');

-- CreateEnum
CREATE TYPE "turn_status" AS ENUM ('RUNNING', 'COMPLETED', 'STOPPED', 'INTERRUPTED', 'FAILED', 'BLOCKED');

-- CreateEnum
CREATE TYPE "attempt_purpose" AS ENUM ('ANSWER', 'TITLE', 'JUDGE', 'EMBEDDING');

-- CreateEnum
CREATE TYPE "attempt_status" AS ENUM ('RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'STOPPED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('ALLOW', 'FLAG', 'REDACT', 'BLOCK');

-- CreateEnum
CREATE TYPE "guard_surface" AS ENUM ('QUESTION', 'DOCUMENT', 'TEXT', 'REASONING', 'TOOL');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('UP', 'DOWN');

-- CreateEnum
CREATE TYPE "flag_kind" AS ENUM ('GUARD_BLOCK', 'GUARD_FLAG', 'FEEDBACK', 'REPORT');

-- CreateEnum
CREATE TYPE "flag_decision" AS ENUM ('RIGHT', 'WRONG');

-- CreateTable
CREATE TABLE "tenants" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'USER',
    "plan" TEXT NOT NULL DEFAULT 'guest',
    "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
    "banned" BOOLEAN NOT NULL DEFAULT false,
    "ban_reason" TEXT,
    "ban_expires" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "impersonated_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limits" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chats" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "title" TEXT,
    "leaf_id" TEXT,
    "running_turn_id" UUID,
    "pinned_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "chat_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "role" "message_role" NOT NULL,
    "turn_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "tokens" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("chat_id","id")
);

-- CreateTable
CREATE TABLE "turn_names" (
    "chat_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL DEFAULT '',
    "turn_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,

    CONSTRAINT "turn_names_pkey" PRIMARY KEY ("chat_id","message_id","request_id")
);

-- CreateTable
CREATE TABLE "turns" (
    "id" UUID NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "status" "turn_status" NOT NULL,
    "server_id" INTEGER,
    "plan" TEXT NOT NULL,
    "model_requested" TEXT,
    "model_answered" TEXT,
    "prompt_version_id" TEXT,
    "guard_policy_version" TEXT NOT NULL,
    "notices" TEXT[],
    "passages" JSONB,
    "trace" JSONB,
    "error_code" TEXT,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "reserved_tokens" BIGINT NOT NULL DEFAULT 0,
    "reserved_nanos" BIGINT NOT NULL DEFAULT 0,
    "cost_nanos" BIGINT,
    "withheld_length" INTEGER NOT NULL DEFAULT 0,
    "first_content_ms" INTEGER,
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "turns_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

-- Takes what no month's partition takes; lib/db/partitions.ts makes the months ahead of time.
CREATE TABLE "turns_default" PARTITION OF "turns" DEFAULT;

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "turn_id" UUID,
    "tenant_id" TEXT NOT NULL,
    "purpose" "attempt_purpose" NOT NULL,
    "status" "attempt_status" NOT NULL,
    "provider" TEXT NOT NULL,
    "model_requested" TEXT NOT NULL,
    "model_answered" TEXT,
    "fingerprint" TEXT,
    "provider_response_id" TEXT,
    "temperature" DOUBLE PRECISION,
    "seed" INTEGER,
    "max_output_tokens" INTEGER NOT NULL,
    "finish_reason" TEXT,
    "error_code" TEXT,
    "error_message" TEXT,
    "request_url" TEXT,
    "request_headers" JSONB,
    "request_body" BYTEA,
    "response_status" INTEGER,
    "response_headers" JSONB,
    "response_body" BYTEA,
    "input_uncached_tokens" INTEGER NOT NULL DEFAULT 0,
    "input_cache_read_tokens" INTEGER NOT NULL DEFAULT 0,
    "input_cache_write_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_text_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_reasoning_tokens" INTEGER NOT NULL DEFAULT 0,
    "usage_estimated" BOOLEAN NOT NULL DEFAULT false,
    "price" JSONB NOT NULL,
    "cost_nanos" BIGINT NOT NULL DEFAULT 0,
    "first_content_ms" INTEGER,
    "duration_ms" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

-- Takes what no month's partition takes; lib/db/partitions.ts makes the months ahead of time.
CREATE TABLE "attempts_default" PARTITION OF "attempts" DEFAULT;

-- CreateTable
CREATE TABLE "guard_verdicts" (
    "id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "guard" TEXT NOT NULL,
    "surface" "guard_surface" NOT NULL,
    "verdict" "verdict" NOT NULL,
    "acted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "withheld_length" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "guard_verdicts_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

-- Takes what no month's partition takes; lib/db/partitions.ts makes the months ahead of time.
CREATE TABLE "guard_verdicts_default" PARTITION OF "guard_verdicts" DEFAULT;

-- CreateTable
CREATE TABLE "turn_stream_parts" (
    "turn_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "frames" TEXT NOT NULL,

    CONSTRAINT "turn_stream_parts_pkey" PRIMARY KEY ("turn_id","sequence")
) PARTITION BY RANGE ("turn_id");

-- Takes what no month's partition takes; lib/db/partitions.ts makes the months ahead of time.
CREATE TABLE "turn_stream_parts_default" PARTITION OF "turn_stream_parts" DEFAULT;

-- CreateTable
CREATE TABLE "servers" (
    "id" SERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "servers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_counters" (
    "subject" TEXT NOT NULL,
    "minute_start" TIMESTAMPTZ(3) NOT NULL,
    "minute_turns" INTEGER NOT NULL,
    "day_start" TIMESTAMPTZ(3) NOT NULL,
    "day_turns" INTEGER NOT NULL,
    "day_tokens" BIGINT NOT NULL,
    "day_nanos" BIGINT NOT NULL,

    CONSTRAINT "usage_counters_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
-- Rate state may be lost with a crash; not writing it to the log makes it cheap.
CREATE UNLOGGED TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "arrival_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "prompt_versions" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL DEFAULT 'default',
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "headings" TEXT[],
    "anchor" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (passage_search("title", "headings", "text")) STORED,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "turn_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "rating" "rating" NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("turn_id","user_id")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" UUID NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "turn_id" UUID NOT NULL,
    "kind" "flag_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "decision" "flag_decision",
    "note" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "details" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_tenant_id_created_at_idx" ON "users"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limits_key_key" ON "auth_rate_limits"("key");

-- CreateIndex
CREATE INDEX "chats_user_id_updated_at_idx" ON "chats"("user_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "messages_chat_id_parent_id_idx" ON "messages"("chat_id", "parent_id");

-- CreateIndex
CREATE INDEX "turns_chat_id_idx" ON "turns"("chat_id");

-- CreateIndex
CREATE INDEX "turns_user_id_id_idx" ON "turns"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "attempts_turn_id_idx" ON "attempts"("turn_id");

-- CreateIndex
CREATE INDEX "guard_verdicts_turn_id_idx" ON "guard_verdicts"("turn_id");

-- CreateIndex
CREATE INDEX "prompt_versions_name_created_at_idx" ON "prompt_versions"("name", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "passages_document_id_position_key" ON "passages"("document_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "flags_turn_id_kind_key" ON "flags"("turn_id", "kind");

-- CreateIndex
CREATE INDEX "audit_events_target_kind_target_id_idx" ON "audit_events"("target_kind", "target_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_chat_id_parent_id_fkey" FOREIGN KEY ("chat_id", "parent_id") REFERENCES "messages"("chat_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Serves search over passages.
CREATE INDEX "passages_search_idx" ON "passages" USING GIN ("search");

-- Serves search for a word that was misspelt.
CREATE INDEX "passages_text_trgm_idx" ON "passages" USING GIN ("text" gin_trgm_ops);

-- Serves recovery: the turns that a server which is no more left running.
CREATE INDEX "turns_running_idx" ON "turns" ("server_id") WHERE "status" = 'RUNNING';

-- Serves the review queue: what waits for a decision, newest first.
CREATE INDEX "flags_open_idx" ON "flags" ("tenant_id", "id" DESC) WHERE "decision" IS NULL;

-- Small rows that are updated all the time: room on the page keeps updates off the index.
ALTER TABLE "usage_counters" SET (fillfactor = 50);
ALTER TABLE "rate_limits" SET (fillfactor = 50);

-- Every user belongs to a tenant; this one is there from the start.
INSERT INTO "tenants" ("id", "name") VALUES ('default', 'Default');
