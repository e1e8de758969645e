import { createHash } from "node:crypto";
import { inputPolicyVersion } from "@/lib/config/guardrails-input";
import { outputPolicyVersion } from "@/lib/config/guardrails-output";
import type { AttemptRow } from "@/lib/db/attempts";
import { newId } from "@/lib/db/ids";
import type { Queryable } from "@/lib/db/pool";
import { textOfContent } from "@/lib/protocol/message-content";
import { type Column, insertRows } from "./insert-rows";
import type { SeedChat, SeedTurn, SeedUser } from "./seed-turn";
import { tokensOf } from "./token-estimate";

const TENANT = "default";
/** A reservation covers the longest answer, so it is a multiple of what a usual one costs. */
const RESERVED_TIMES = 8n;
const tenant = { name: "tenant_id", type: "text", value: () => TENANT };
const cast = (type: string) => (value: string) => `${value}::${type}`;
const json = { type: "text", as: cast("jsonb") };

/** Writes people; those with an id that is taken are left out. */
export function writeUsers(db: Queryable, users: readonly SeedUser[]): Promise<void> {
  const columns: Column<SeedUser>[] = [
    { name: "id", type: "text", value: (user) => user.id },
    tenant,
    { name: "name", type: "text", value: (user) => user.name },
    { name: "email", type: "text", value: (user) => user.email },
    { name: "plan", type: "text", value: (user) => user.plan },
    { name: "is_anonymous", type: "boolean", value: (user) => user.isAnonymous },
    { name: "created_at", type: "timestamptz", value: (user) => user.createdAt },
  ];
  return insertRows(db, "users", columns, users);
}

/** Writes chats, before the turns in them. */
export function writeChats(db: Queryable, chats: readonly SeedChat[]): Promise<void> {
  const columns: Column<SeedChat>[] = [
    { name: "id", type: "text", value: (chat) => chat.id },
    tenant,
    { name: "user_id", type: "text", value: (chat) => chat.userId },
    { name: "title", type: "text", value: (chat) => chat.title },
    { name: "leaf_id", type: "text", value: (chat) => chat.leafId },
    { name: "created_at", type: "timestamptz", value: (chat) => chat.createdAt },
    { name: "updated_at", type: "timestamptz", value: (chat) => chat.updatedAt },
  ];
  return insertRows(db, "chats", columns, chats);
}

/** Writes turns with their messages, attempts, verdicts, flags and feedback. */
export async function writeTurns(db: Queryable, turns: readonly SeedTurn[]): Promise<void> {
  await insertRows(db, "turns", turnColumns, turns);
  await insertRows(db, "turn_names", nameColumns, turns);
  await insertRows(db, "messages", messageColumns, turns.flatMap(messagesOf));
  await insertRows(
    db,
    "attempts",
    attemptColumns,
    turns.flatMap((turn) => turn.attempts),
  );
  await insertRows(
    db,
    "guard_verdicts",
    verdictColumns,
    turns.flatMap((turn) => turn.verdicts.map((verdict) => ({ ...verdict, turnId: turn.id }))),
  );
  const flags = turns.flatMap((turn) => turn.flags.map((flag) => ({ ...flag, turn })));
  await insertRows(db, "flags", flagColumns, flags);
  const feedback = turns.flatMap((turn) => (turn.feedback === null ? [] : [{ ...turn.feedback, turn }]));
  await insertRows(db, "feedback", feedbackColumns, feedback);
}

const turnColumns: readonly Column<SeedTurn>[] = [
  { name: "id", type: "uuid", value: (turn) => turn.id },
  tenant,
  { name: "user_id", type: "text", value: (turn) => turn.user.id },
  { name: "chat_id", type: "text", value: (turn) => turn.chatId },
  { name: "question_id", type: "text", value: (turn) => turn.questionId },
  { name: "status", type: "turn_status", value: (turn) => turn.status },
  { name: "plan", type: "text", value: (turn) => turn.user.plan },
  { name: "model_answered", type: "text", value: (turn) => turn.modelAnswered },
  { name: "guard_policy_version", type: "text", value: () => `${inputPolicyVersion} ${outputPolicyVersion}` },
  {
    name: "notices",
    value: (turn) => JSON.stringify(turn.notices),
    type: "text",
    as: (value) => `ARRAY(SELECT jsonb_array_elements_text(${value}::jsonb))`,
  },
  { name: "passages", value: (turn) => JSON.stringify(turn.passages), ...json },
  { name: "trace", value: (turn) => JSON.stringify(turn.trace), ...json },
  { name: "error_code", type: "text", value: (turn) => turn.errorCode },
  { name: "input_tokens", type: "int", value: (turn) => turn.inputTokens },
  { name: "output_tokens", type: "int", value: (turn) => turn.outputTokens },
  { name: "reserved_nanos", type: "bigint", value: (turn) => turn.costNanos * RESERVED_TIMES },
  { name: "cost_nanos", type: "bigint", value: (turn) => turn.costNanos },
  { name: "withheld_length", type: "int", value: (turn) => turn.withheldLength },
  { name: "first_content_ms", type: "int", value: (turn) => turn.firstContentMs },
  { name: "duration_ms", type: "int", value: (turn) => turn.durationMs },
  { name: "created_at", type: "timestamptz", value: (turn) => turn.createdAt },
  { name: "finished_at", type: "timestamptz", value: (turn) => finishedAt(turn) },
];

const nameColumns: readonly Column<SeedTurn>[] = [
  { name: "chat_id", type: "text", value: (turn) => turn.chatId },
  { name: "message_id", type: "text", value: (turn) => turn.questionId },
  { name: "turn_id", type: "uuid", value: (turn) => turn.id },
  {
    name: "content_hash",
    type: "bytea",
    value: (turn) => createHash("sha256").update(turn.question).digest(),
  },
];

type SeedMessage = {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: "USER" | "ASSISTANT";
  readonly content: unknown;
  readonly tokens: number;
  readonly turn: SeedTurn;
};

const messageColumns: readonly Column<SeedMessage>[] = [
  { name: "chat_id", type: "text", value: ({ turn }) => turn.chatId },
  { name: "id", type: "text", value: ({ id }) => id },
  { name: "parent_id", type: "text", value: ({ parentId }) => parentId },
  { name: "role", type: "message_role", value: ({ role }) => role },
  { name: "turn_id", type: "uuid", value: ({ turn }) => turn.id },
  { name: "content", value: ({ content }) => JSON.stringify(content), ...json },
  { name: "tokens", type: "int", value: ({ tokens }) => tokens },
  { name: "created_at", type: "timestamptz", value: ({ turn }) => turn.createdAt },
];

function messagesOf(turn: SeedTurn): SeedMessage[] {
  const { question, answer, questionId, parentId, id } = turn;
  const content = { version: 1, parts: [{ type: "text", text: question }] };
  const asked: SeedMessage = {
    ...{ id: questionId, parentId, role: "USER", content, turn },
    tokens: tokensOf(question),
  };
  if (answer === null) return [asked];
  const tokens = tokensOf(textOfContent(answer));
  return [asked, { id, parentId: questionId, role: "ASSISTANT", content: answer, tokens, turn }];
}

const attemptColumns: readonly Column<AttemptRow>[] = [
  { name: "id", type: "uuid", value: (attempt) => attempt.id },
  { name: "turn_id", type: "uuid", value: (attempt) => attempt.turnId },
  tenant,
  { name: "purpose", type: "attempt_purpose", value: (attempt) => attempt.purpose },
  { name: "status", type: "attempt_status", value: (attempt) => attempt.status },
  { name: "provider", type: "text", value: (attempt) => attempt.provider },
  { name: "model_requested", type: "text", value: (attempt) => attempt.modelRequested },
  { name: "model_answered", type: "text", value: (attempt) => attempt.modelAnswered },
  { name: "max_output_tokens", type: "int", value: (attempt) => attempt.maxOutputTokens },
  { name: "finish_reason", type: "text", value: (attempt) => attempt.finishReason },
  { name: "error_code", type: "text", value: (attempt) => attempt.errorCode },
  { name: "error_message", type: "text", value: (attempt) => attempt.errorMessage },
  { name: "request_url", type: "text", value: (attempt) => attempt.requestUrl },
  { name: "request_headers", value: (attempt) => JSON.stringify(attempt.requestHeaders), ...json },
  { name: "request_body", type: "bytea", value: (attempt) => attempt.requestBody },
  { name: "response_status", type: "int", value: (attempt) => attempt.responseStatus },
  { name: "response_headers", value: (attempt) => JSON.stringify(attempt.responseHeaders), ...json },
  { name: "response_body", type: "bytea", value: (attempt) => attempt.responseBody },
  { name: "input_uncached_tokens", type: "int", value: (attempt) => attempt.inputUncachedTokens },
  { name: "input_cache_read_tokens", type: "int", value: (attempt) => attempt.inputCacheReadTokens },
  { name: "output_text_tokens", type: "int", value: (attempt) => attempt.outputTextTokens },
  { name: "price", value: (attempt) => JSON.stringify(attempt.price), ...json },
  { name: "cost_nanos", type: "bigint", value: (attempt) => attempt.costNanos },
  { name: "first_content_ms", type: "int", value: (attempt) => attempt.firstContentMs },
  { name: "duration_ms", type: "int", value: (attempt) => attempt.durationMs },
  { name: "started_at", type: "timestamptz", value: (attempt) => attempt.startedAt },
];

type SeedVerdict = SeedTurn["verdicts"][number] & { readonly turnId: string };

const verdictColumns: readonly Column<SeedVerdict>[] = [
  { name: "id", type: "uuid", value: () => newId() },
  { name: "turn_id", type: "uuid", value: ({ turnId }) => turnId },
  { name: "guard", type: "text", value: ({ guard }) => guard },
  { name: "surface", type: "guard_surface", value: ({ surface }) => surface },
  { name: "verdict", type: "verdict", value: ({ verdict }) => verdict },
  { name: "acted", type: "boolean", value: ({ acted }) => acted },
  { name: "reason", type: "text", value: ({ reason }) => reason },
  { name: "score", type: "float8", value: ({ score }) => score },
  { name: "start", type: "int", value: ({ start }) => start },
  { name: "end", type: "int", value: ({ end }) => end },
  { name: "withheld_length", type: "int", value: ({ withheldLength }) => withheldLength },
];

type OfTurn<T> = T & { readonly turn: SeedTurn };

const flagColumns: readonly Column<OfTurn<SeedTurn["flags"][number]>>[] = [
  { name: "id", type: "uuid", value: () => newId() },
  tenant,
  { name: "turn_id", type: "uuid", value: ({ turn }) => turn.id },
  { name: "kind", type: "flag_kind", value: ({ kind }) => kind },
  { name: "reason", type: "text", value: ({ reason }) => reason },
  { name: "created_at", type: "timestamptz", value: ({ turn }) => finishedAt(turn) },
];

const feedbackColumns: readonly Column<OfTurn<NonNullable<SeedTurn["feedback"]>>>[] = [
  { name: "turn_id", type: "uuid", value: ({ turn }) => turn.id },
  { name: "user_id", type: "text", value: ({ turn }) => turn.user.id },
  { name: "rating", type: "rating", value: ({ rating }) => rating },
  { name: "reason", type: "text", value: ({ reason }) => reason },
  { name: "created_at", type: "timestamptz", value: ({ turn }) => finishedAt(turn) },
];

function finishedAt(turn: SeedTurn): Date {
  return new Date(turn.createdAt.getTime() + turn.durationMs);
}
