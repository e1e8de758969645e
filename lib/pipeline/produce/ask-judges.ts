import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { llmJudgeLimits, llmJudgeModel, personalPolicy } from "@/lib/config/guardrails-input";
import { sentences } from "@/lib/config/sentences";
import { newId } from "@/lib/db/ids";
import type { InputJudge } from "@/lib/guards/input/judges/input-judge";
import { llmJudge } from "@/lib/guards/input/judges/llm-judge";
import { moderationJudge } from "@/lib/guards/input/judges/moderation-judge";
import { runJudges } from "@/lib/guards/input/judges/run-judges";
import { transformerJudge } from "@/lib/guards/input/judges/transformer-judge";
import { maskPersonal } from "@/lib/guards/input/personal/mask-personal";
import { classify } from "@/lib/models/classify";
import { getModel } from "@/lib/models/get-chain";
import { moderate } from "@/lib/models/moderate";
import { ChatError } from "@/lib/protocol/chat-error";
import { shadowed } from "@/lib/protocol/finding";
import type { AdmittedTurn } from "../turn";
import { verdictRows } from "../verdict-rows";
import { askForValue } from "./ask-for-value";
import { openModel } from "./open-model";
import type { TurnRecord } from "./turn-record";

const NONCE_BYTES = 6;

/**
 * Asks the judges that cost money or time, where the configuration wants any (by default none). Each call is an
 * attempt of the turn like any other.
 * @throws ChatError input_blocked when they refuse the question
 */
export async function askJudges(turn: AdmittedTurn, record: TurnRecord, signal: AbortSignal): Promise<void> {
  const judges = enabledJudges(record);
  if (judges.length === 0) return;
  const said = [...turn.history.map(({ text }) => text), ...turn.typed];
  const question = maskPersonal(turn.question, personalPolicy, said);
  const judgement = await runJudges(judges, question, turn.judgement, signal);
  const added = judgement.findings.slice(turn.judgement.findings.length);
  const inShadow = shadowed(judgement.shadowed.slice(turn.judgement.shadowed.length));
  const judged = { turnId: turn.id, surface: "QUESTION" } as const;
  record.addVerdicts(verdictRows([...added, ...inShadow], judged));
  if (judgement.action === "block") throw new ChatError("input_blocked", sentences.inputBlocked);
}

function enabledJudges(record: TurnRecord): InputJudge[] {
  const call = { observer: record.judgeAttempts, newAttemptId: newId };
  const judges = [
    moderationJudge((text, signal) => moderate(text, { ...call, signal })),
    transformerJudge((text, signal) => classify(text, { ...call, signal })),
    llmJudge(
      (prompt, schema, signal) => askJudge(record, prompt, schema, signal),
      randomBytes(NONCE_BYTES).toString("hex"),
    ),
  ];
  return judges.filter((judge) => judge.policy.mode !== "off");
}

/** One value of the judge's model. @throws Error when the model is not configured or gives none */
async function askJudge<T>(
  record: TurnRecord,
  prompt: string,
  schema: z.ZodType<T>,
  abortSignal: AbortSignal,
): Promise<T> {
  return askForValue(openModel([getModel(llmJudgeModel)], record.judgeAttempts), schema, {
    prompt: [{ role: "user", content: [{ type: "text", text: prompt }] }],
    maxOutputTokens: llmJudgeLimits.maxOutputTokens,
    abortSignal,
    // What people write is kept by us, not by the provider.
    providerOptions: { openai: { store: false } },
  });
}
