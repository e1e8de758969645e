import "server-only";
import { applicationLimits } from "@/lib/config/guardrails-input";
import type { InputContext, InputGuard, ScoredFinding } from "./input-guard";
import { canonicalViews, type TextView } from "./views/canonical-views";
import { foldText } from "./views/fold-text";
import { toSourceSpan, unmapped } from "./views/mapped-text";

/**
 * What only this application can know: its secrets, and the words of its own system prompt. Whoever names a secret
 * has it or guesses it; whoever quotes the prompt has seen it.
 */
export const application: InputGuard = {
  name: "application",
  judge(text, context) {
    const wanted = wantedTexts(context);
    if (wanted.length === 0) return { score: 0, findings: [] };
    const findings = canonicalViews(text).views.flatMap((view) =>
      wanted.flatMap((want) => findIn(view, want)),
    );
    return {
      score: findings.reduce((worst, { score }) => Math.max(worst, score), 0),
      findings: unique(findings),
    };
  },
};

type Wanted = { readonly reason: string; readonly words: string; readonly score: number };

function wantedTexts({ systemPrompt, secrets = [] }: InputContext): Wanted[] {
  const { minSecretLength, quotedWords, scores } = applicationLimits;
  const wanted: Wanted[] = secrets
    .filter((secret) => secret.length >= minSecretLength)
    .map((secret) => ({ reason: "names-a-secret", words: fold(secret), score: scores.secret }));
  if (systemPrompt === undefined) return wanted;
  // Every other run of words is enough: a quotation of one more word holds one of them.
  const words = fold(systemPrompt).split(/\s+/).filter(Boolean);
  for (let index = 0; index + quotedWords <= words.length; index += Math.max(1, quotedWords >> 1))
    wanted.push({
      reason: "quotes-own-prompt",
      words: words.slice(index, index + quotedWords).join(" "),
      score: scores.ownPrompt,
    });
  return wanted;
}

function fold(text: string): string {
  return foldText(unmapped(text)).text;
}

function findIn(view: TextView, { reason, words, score }: Wanted): ScoredFinding[] {
  const at = view.text.indexOf(words);
  if (at === -1) return [];
  const span = toSourceSpan(view, at, at + words.length);
  return [{ guard: "application", reason, start: span.start, end: span.end, score }];
}

function unique(findings: readonly ScoredFinding[]): ScoredFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.reason} ${finding.start}`, finding])).values()];
}
