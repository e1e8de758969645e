import "server-only";
import type { HistoryMessage } from "@/lib/chats/load-conversation";
import { sentences } from "@/lib/config/sentences";
import { ensureChat } from "@/lib/db/chats";
import { insertFlag } from "@/lib/db/flags";
import { insertVerdicts, type VerdictRow } from "@/lib/db/guard-verdicts";
import { inTransaction, type Queryable } from "@/lib/db/pool";
import { insertTurn } from "@/lib/db/turns";
import { guardInput, type InputJudgement } from "@/lib/guards/input/guard-input";
import { ChatError } from "@/lib/protocol/chat-error";
import type { Verdict } from "@/lib/protocol/verdict";
import { newTurnOf, type TurnDraft } from "./turn-draft";

/** The local guards' judgement of a question, in the light of what the person said before. */
export function judgeQuestion(
  text: string,
  history: readonly HistoryMessage[],
  systemPrompt: string,
): InputJudgement {
  const previousTurns = history.filter((message) => message.role === "user").map((message) => message.text);
  return guardInput(text, { surface: "user", previousTurns, systemPrompt });
}

/**
 * Keeps a turn that a guard refused, for reviewers, and refuses it. The person is never told which rule fired.
 * @throws ChatError input_blocked, always
 */
export async function storeBlockedTurn(draft: TurnDraft, judgement: InputJudgement): Promise<never> {
  await inTransaction(async (client) => {
    await ensureChat(client, {
      id: draft.chatId,
      tenantId: draft.viewer.tenantId,
      userId: draft.viewer.userId,
    });
    await insertTurn(client, {
      ...newTurnOf(draft),
      status: "BLOCKED",
      serverId: null,
      reservedTokens: 0n,
      reservedNanos: 0n,
    });
    await storeJudgement(client, draft, judgement);
  });
  throw new ChatError("input_blocked", sentences.inputBlocked, { turnId: draft.id });
}

/** Stores what the guards found in a question, and puts the turn before a reviewer where they acted. */
export async function storeJudgement(
  db: Queryable,
  draft: TurnDraft,
  judgement: InputJudgement,
): Promise<void> {
  const row = (finding: InputJudgement["findings"][number], acted: boolean): VerdictRow => ({
    ...finding,
    turnId: draft.id,
    surface: "QUESTION",
    verdict: verdictNames[judgement.action],
    acted,
    score: judgement.score,
    withheldLength: 0,
  });
  const acted = judgement.findings.map((finding) => row(finding, judgement.action !== "allow"));
  const shadowed = judgement.shadowed.map((finding) => row(finding, false));
  await insertVerdicts([...acted, ...shadowed], db);
  if (judgement.action === "allow") return;
  const reason = judgement.findings.map((finding) => `${finding.guard}: ${finding.reason}`).join(", ");
  const kind = judgement.action === "block" ? "GUARD_BLOCK" : "GUARD_FLAG";
  await insertFlag({ tenantId: draft.viewer.tenantId, turnId: draft.id, kind, reason }, db);
}

const verdictNames: Readonly<Record<Verdict, VerdictRow["verdict"]>> = {
  allow: "ALLOW",
  flag: "FLAG",
  redact: "REDACT",
  block: "BLOCK",
};
