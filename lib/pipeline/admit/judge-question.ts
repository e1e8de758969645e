import "server-only";
import type { HistoryMessage } from "@/lib/chats/read-conversation";
import { getEnv } from "@/lib/config/env";
import { type Topic, topicPolicies } from "@/lib/config/guardrails-input";
import { knownSecrets } from "@/lib/config/known-secrets";
import { ensureChat } from "@/lib/db/chats";
import { insertFlag } from "@/lib/db/flags";
import { insertVerdicts } from "@/lib/db/guard-verdicts";
import { insertTurn } from "@/lib/db/new-turn";
import { inTransaction, type Queryable } from "@/lib/db/pool";
import { guardInput, type InputJudgement } from "@/lib/guards/input/guard-input";
import { findTopics } from "@/lib/guards/input/topics/find-topics";
import { ChatError } from "@/lib/protocol/chat-error";
import { type Finding, type JudgedFinding, shadowed } from "@/lib/protocol/finding";
import { refusalSentence } from "../refusal-sentence";
import { forReview, reasonsOf, verdictRows } from "../verdict-rows";
import { newTurnOf, type TurnDraft } from "./turn-draft";

export type QuestionJudgement = InputJudgement & {
  /** High-stakes topics; each finding's `reason` is its topic. */
  readonly topics: readonly Finding[];
};

/** The local guards' judgement of a question, in the light of what the person said before. */
export function judgeQuestion(
  text: string,
  history: readonly HistoryMessage[],
  systemPrompt: string,
): QuestionJudgement {
  const previousTurns = history.filter((message) => message.role === "user").map((message) => message.text);
  const judgement = guardInput(text, {
    surface: "user",
    previousTurns,
    systemPrompt,
    secrets: knownSecrets(getEnv()),
  });
  return { ...judgement, topics: findTopics(text) };
}

/** Whether there is anything to store of a judgement. */
export function isNotable({ findings, shadowed, topics }: QuestionJudgement): boolean {
  return findings.length + shadowed.length + topics.length > 0;
}

/** The topics of a question that a person is to be told about. */
export function noticedTopics(found: readonly Finding[]): Topic[] {
  const topics = found.map(({ reason }) => reason as Topic);
  return topics.filter((topic) => ["notice", "flag"].includes(topicPolicies[topic].mode));
}

/**
 * Keeps a turn that a guard refused, for reviewers, and refuses it. The person is never told which rule fired.
 * @throws ChatError input_blocked, always
 */
export async function storeBlockedTurn(draft: TurnDraft, judgement: QuestionJudgement): Promise<never> {
  const { id, chatId, viewer } = draft;
  await inTransaction(async (client) => {
    await ensureChat(client, { id: chatId, tenantId: viewer.tenantId, userId: viewer.userId });
    const nothing = { status: "BLOCKED", serverId: null, reservedTokens: 0n, reservedNanos: 0n } as const;
    await insertTurn(client, { ...newTurnOf(draft), ...nothing });
    await storeJudgement(client, draft, judgement);
  });
  throw new ChatError("input_blocked", refusalSentence(noticedTopics(judgement.topics)), { turnId: id });
}

/** Stores what the guards found in a question, and puts the turn before a reviewer where it should be. */
export async function storeJudgement(
  db: Queryable,
  draft: TurnDraft,
  judgement: QuestionJudgement,
): Promise<void> {
  const { action, findings, topics } = judgement;
  const judged = { turnId: draft.id, surface: "QUESTION" } as const;
  const rows = verdictRows([...findings, ...shadowed(judgement.shadowed)], judged);
  const topicRows = topics.flatMap((topic) => verdictRows([{ ...topic, action: actionOf(topic) }], judged));
  await insertVerdicts([...rows, ...topicRows], db);
  const flagged = [...forReview(rows), ...topics.filter((topic) => modeOf(topic) === "flag")];
  if (flagged.length === 0) return;
  const kind = action === "block" ? "GUARD_BLOCK" : "GUARD_FLAG";
  await insertFlag(
    { tenantId: draft.viewer.tenantId, turnId: draft.id, kind, reason: reasonsOf(flagged) },
    db,
  );
}

/** A topic that only shows a notice lets the question pass, and is put before nobody. */
function actionOf(topic: Finding): JudgedFinding["action"] {
  const mode = modeOf(topic);
  return mode === "shadow" || mode === "flag" ? mode : "allow";
}

function modeOf(topic: Finding): string {
  return topicPolicies[topic.reason as Topic].mode;
}
