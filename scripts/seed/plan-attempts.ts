import type { AttemptPlan } from "./compose-attempt";
import type { TurnPlan } from "./compose-turn";

/** Admission takes this long before a model is called. */
const ADMISSION_MS = 12;
const CHARACTERS_PER_TOKEN = 4;

/** As far as the model came. */
export function writtenText({ outcome, answer }: TurnPlan): string {
  if (outcome === "failed" || outcome === "question-blocked") return "";
  if (outcome === "interrupted" || outcome === "stopped")
    return answer.slice(0, Math.ceil(answer.length * 0.4));
  return answer;
}

/** The calls of a turn, in order. */
export function planAttempts(plan: TurnPlan, turnId: string, written: string): AttemptPlan[] {
  if (plan.outcome === "question-blocked") return [];
  const base = { turnId, question: plan.question };
  const at = (ms: number) => new Date(plan.moment.getTime() + ms);
  const failing = (model: string, startMs: number, kind: "overloaded" | "silent"): AttemptPlan => ({
    ...{ ...base, model, startedAt: at(startMs), text: "", firstContentMs: null },
    ...(kind === "silent"
      ? {
          status: "TIMED_OUT",
          errorCode: "first_content_timeout",
          responseStatus: 200,
          durationMs: 15_000,
        }
      : { status: "FAILED", errorCode: "provider_error", responseStatus: 503, durationMs: 240 }),
  });
  const answering = (model: string, startMs: number): AttemptPlan => ({
    ...{ ...base, model, startedAt: at(startMs), text: written, responseStatus: 200 },
    status: plan.outcome === "interrupted" ? "FAILED" : plan.outcome === "stopped" ? "STOPPED" : "SUCCEEDED",
    errorCode: plan.outcome === "interrupted" ? "interrupted" : plan.outcome === "stopped" ? "stopped" : null,
    firstContentMs: model.startsWith("builtin") ? 6 : plan.firstContentMs,
    durationMs: model.startsWith("builtin")
      ? 9
      : plan.firstContentMs +
        Math.round((written.length / CHARACTERS_PER_TOKEN / plan.tokensPerSecond) * 1_000),
  });
  switch (plan.outcome) {
    case "backup":
      return [failing(plan.model, ADMISSION_MS, "silent"), answering(plan.backup, ADMISSION_MS + 15_010)];
    case "without-model":
      return [
        failing(plan.model, ADMISSION_MS, "overloaded"),
        failing(plan.backup, ADMISSION_MS + 250, "overloaded"),
        answering("builtin/builtin", ADMISSION_MS + 500),
      ];
    case "failed":
      return [
        failing(plan.model, ADMISSION_MS, "overloaded"),
        failing(plan.backup, ADMISSION_MS + 250, "overloaded"),
      ];
    default:
      return [answering(plan.model, ADMISSION_MS)];
  }
}
