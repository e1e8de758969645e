import { noticeSentences } from "@/lib/config/sentences";
import type { AttemptRow } from "@/lib/db/attempts";
import type { ContentPart, MessageContent } from "@/lib/protocol/message-content";
import type { Notice, NoticeCode } from "@/lib/protocol/notice";
import { composeAttempt } from "./compose-attempt";
import { composeTrace } from "./compose-trace";
import { judgeAnswer, judgeQuestion } from "./judge-seed";
import { planAttempts, writtenText } from "./plan-attempts";
import { idAt } from "./seed-ids";
import type { SeedFeedback, SeedFlag, SeedTurn, SeedUser } from "./seed-turn";

/** How a turn went; each leaves the marks that the product would leave. */
export type Outcome =
  | "answered"
  | "backup"
  | "without-model"
  | "failed"
  | "interrupted"
  | "stopped"
  | "length"
  | "question-blocked"
  | "question-flagged"
  | "answer-redacted"
  | "answer-blocked";

export type TurnPlan = {
  readonly user: SeedUser;
  readonly chatId: string;
  readonly questionId: string;
  readonly parentId: string | null;
  readonly moment: Date;
  readonly question: string;
  /** What the model writes when nothing comes between. */
  readonly answer: string;
  /** Passages that it is given, as `[id, score]`. */
  readonly passages: readonly string[];
  readonly outcome: Outcome;
  readonly model: string;
  readonly backup: string;
  readonly firstContentMs: number;
  readonly tokensPerSecond: number;
  readonly feedback: SeedFeedback | null;
  readonly reported: string | null;
};

const noticesOf: Readonly<Partial<Record<Outcome, NoticeCode>>> = {
  backup: "answered_by_backup",
  "without-model": "answered_without_model",
  failed: "model_unavailable",
  interrupted: "interrupted",
  stopped: "stopped",
  length: "length_limit",
  "answer-redacted": "output_redacted",
  "answer-blocked": "output_blocked",
};

const statusOf: Readonly<Partial<Record<Outcome, SeedTurn["status"]>>> = {
  failed: "FAILED",
  interrupted: "INTERRUPTED",
  stopped: "STOPPED",
  "question-blocked": "BLOCKED",
};

/** A question that is refused is refused within this. */
const REFUSAL_MS = 6;

/** Makes a turn and all its records as the product would have left them. */
export async function composeTurn(plan: TurnPlan): Promise<SeedTurn> {
  const id = idAt(plan.moment);
  const { outcome, question } = plan;
  const written = writtenText(plan);
  const judged = judgeAnswer(written, outcome);
  const attempts = await Promise.all(planAttempts(plan, id, written).map(composeAttempt));
  const last = attempts.at(-1);
  const answeredMs = last === undefined ? 0 : startOf(last, plan.moment) + (last.durationMs ?? 0);
  const firstContentMs =
    last?.firstContentMs == null ? null : startOf(last, plan.moment) + last.firstContentMs;
  const code = noticesOf[outcome];
  const notices = code === undefined ? [] : [code];
  const questionVerdicts = judgeQuestion(question, outcome);
  return {
    id,
    user: plan.user,
    chatId: plan.chatId,
    questionId: plan.questionId,
    parentId: plan.parentId,
    createdAt: plan.moment,
    status: statusOf[outcome] ?? "COMPLETED",
    question,
    answer: outcome === "question-blocked" ? null : contentOf(judged.shown, notices, id, attempts),
    answerTokens: 0,
    modelAnswered: firstContentMs === null ? null : `${last?.provider}/${last?.modelRequested}`,
    promptVersionId: null,
    notices,
    passages: passagesOf(plan),
    trace: outcome === "question-blocked" ? [] : composeTrace(attempts, plan.moment),
    errorCode: outcome === "failed" || outcome === "interrupted" ? (last?.errorCode ?? "network") : null,
    inputTokens: attempts.reduce(
      (sum, attempt) => sum + attempt.inputUncachedTokens + attempt.inputCacheReadTokens,
      0,
    ),
    outputTokens: attempts.reduce((sum, attempt) => sum + attempt.outputTextTokens, 0),
    costNanos: attempts.reduce((sum, attempt) => sum + attempt.costNanos, 0n),
    withheldLength: judged.verdicts.reduce((sum, verdict) => sum + verdict.withheldLength, 0),
    firstContentMs,
    durationMs: outcome === "question-blocked" ? REFUSAL_MS : Math.round(answeredMs + 4),
    attempts,
    verdicts: [...questionVerdicts, ...judged.verdicts],
    flags: flagsOf(plan, [...questionVerdicts, ...judged.verdicts]),
    feedback: plan.feedback,
  };
}

function passagesOf({ outcome, passages }: TurnPlan): object[] {
  if (outcome === "question-blocked") return [];
  return passages.map((id, index) => ({ id, score: 4.2 - index * 0.7, number: index + 1 }));
}

function startOf(attempt: AttemptRow, moment: Date): number {
  return attempt.startedAt.getTime() - moment.getTime();
}

function contentOf(
  text: string,
  notices: readonly NoticeCode[],
  turnId: string,
  attempts: readonly AttemptRow[],
): MessageContent {
  const noticed = notices.map((code): ContentPart => {
    const notice: Notice = { code, message: noticeSentences[code], turnId };
    return { type: "notice", notice };
  });
  const sum = (count: (attempt: AttemptRow) => number) =>
    attempts.reduce((total, attempt) => total + count(attempt), 0);
  const usage = {
    inputTokens: sum((attempt) => attempt.inputUncachedTokens + attempt.inputCacheReadTokens),
    outputTokens: sum((attempt) => attempt.outputTextTokens),
    costNanos: attempts.reduce((total, { costNanos }) => total + costNanos, 0n).toString(),
  };
  return {
    version: 1,
    parts: [...(text === "" ? [] : [{ type: "text" as const, text }]), ...noticed, { type: "usage", usage }],
  };
}

function flagsOf({ outcome, feedback, reported }: TurnPlan, verdicts: SeedTurn["verdicts"]): SeedFlag[] {
  const flags: SeedFlag[] = [];
  if (outcome.endsWith("-blocked")) flags.push({ kind: "GUARD_BLOCK", reason: reasonOf(verdicts) });
  if (outcome === "question-flagged") flags.push({ kind: "GUARD_FLAG", reason: reasonOf(verdicts) });
  if (feedback?.rating === "DOWN")
    flags.push({ kind: "FEEDBACK", reason: feedback.reason ?? "No reason given" });
  if (reported !== null) flags.push({ kind: "REPORT", reason: reported });
  return flags;
}

function reasonOf(verdicts: readonly { guard: string; reason: string }[]): string {
  return verdicts.map(({ guard, reason }) => `${guard}: ${reason}`).join(", ");
}
