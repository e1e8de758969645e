import type { AttemptRow } from "@/lib/db/attempts";

/** The stages of a turn with believable times; generating begins with the first attempt and ends with first content. */
export function composeTrace(attempts: readonly AttemptRow[], moment: Date): object[] {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const startMs = first.startedAt.getTime() - moment.getTime();
  const lastStartMs = last.startedAt.getTime() - moment.getTime();
  const contentMs = lastStartMs + (last.firstContentMs ?? last.durationMs ?? 0);
  const endMs = lastStartMs + (last.durationMs ?? 0);
  const failed = last.firstContentMs === null;
  const stage = (name: string, from: number, to: number, outcome = "ok") => ({
    stage: name,
    startMs: from,
    durationMs: Math.round((to - from) * 100) / 100,
    outcome,
  });
  return [
    stage("authenticate", 0, 0.9),
    stage("parse", 0.9, 1.1),
    stage("look-up", 1.1, 1.8),
    stage("rate-limit", 1.8, 2.9),
    stage("draft", 2.9, 4.3),
    stage("guard-input", 4.3, 4.7),
    stage("reserve", 4.7, 8.2),
    stage("retrieve", 8.2, startMs),
    stage("generate", startMs, contentMs, failed ? (last.errorCode ?? "error") : "ok"),
    ...(failed ? [] : [stage("stream", contentMs, endMs), stage("ground", endMs, endMs + 0.6)]),
  ];
}
