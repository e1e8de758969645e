import type { Outcome } from "./compose-turn";
import type { SeedTurn } from "./seed-turn";

type Verdicts = SeedTurn["verdicts"];

const SECRET = /sk-[A-Za-z0-9-]{12,}/;
const HIDDEN = /\p{Cf}+/u;
const PLACEHOLDER = "(secret removed)";

/** What the guards of a question would have noted. */
export function judgeQuestion(question: string, outcome: Outcome): Verdicts {
  if (outcome !== "question-blocked" && outcome !== "question-flagged") return [];
  const isBlocked = outcome === "question-blocked";
  const [hidden] = HIDDEN.exec(question) ?? [];
  const start = hidden === undefined ? Math.min(12, question.length) : question.indexOf(hidden);
  return [
    {
      guard: "limits",
      surface: "QUESTION",
      verdict: isBlocked ? "BLOCK" : "FLAG",
      acted: true,
      reason: isBlocked ? "hidden-tags" : "flood",
      score: isBlocked ? 0.95 : 0.6,
      start,
      end: hidden === undefined ? question.length : start + hidden.length,
      withheldLength: 0,
    },
  ];
}

/** What the guards of an answer would have noted, and the text that they would have let through. */
export function judgeAnswer(text: string, outcome: Outcome): { shown: string; verdicts: Verdicts } {
  const match = SECRET.exec(text);
  if (match === null || (outcome !== "answer-redacted" && outcome !== "answer-blocked"))
    return { shown: text, verdicts: [] };
  const [secret] = match;
  const start = match.index;
  const end = outcome === "answer-blocked" ? text.length : start + secret.length;
  const shown = text.slice(0, start) + (outcome === "answer-blocked" ? "" : PLACEHOLDER + text.slice(end));
  return {
    shown,
    verdicts: [
      {
        guard: "secret",
        surface: "TEXT",
        verdict: outcome === "answer-blocked" ? "BLOCK" : "REDACT",
        acted: true,
        reason: "provider-key",
        score: null,
        start,
        end: start + secret.length,
        withheldLength: end - start,
      },
    ],
  };
}
