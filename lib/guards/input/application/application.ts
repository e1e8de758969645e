import "server-only";
import { applicationLimits } from "@/lib/config/guardrails-input";
import type { InputContext, InputGuard, ScoredFinding } from "../input-guard";
import { canonicalViews, type TextView } from "../views/canonical-views";
import { foldText } from "../views/fold-text";
import { toSourceSpan, unmapped } from "../views/mapped-text";
import { findQuotation, type QuotedText, readQuotedText } from "./find-quotation";
import {
  findEncodedSecret,
  findSecret,
  pickBare,
  pickVisible,
  type SecretSpellings,
  spellSecret,
} from "./find-secret";

/**
 * What only this application can know: its secrets, and the words of its own system prompt. Whoever names a secret
 * has it or guesses it, with whatever separators or in base64; whoever quotes the prompt has seen it.
 */
export const application: InputGuard = {
  name: "application",
  judge(text, context) {
    const { secrets, prompt } = readWanted(context);
    if (secrets.length === 0 && prompt === null) return { score: 0, findings: [] };
    const findings = canonicalViews(text).views.flatMap((view) => [
      ...secretsIn(view, secrets),
      ...(prompt ? toFinding(view, "quotes-own-prompt", findQuotation(view.text, prompt)) : []),
    ]);
    const found = unique([...findings, ...encodedSecretsIn(text, secrets)]);
    return { score: found.reduce((worst, { score }) => Math.max(worst, score), 0), findings: found };
  },
};

type Wanted = { readonly secrets: readonly SecretSpellings[]; readonly prompt: QuotedText | null };

function readWanted({ systemPrompt, secrets = [] }: InputContext): Wanted {
  const { minSecretLength, quotedWords } = applicationLimits;
  return {
    secrets: secrets
      .filter((secret) => secret.length >= minSecretLength)
      .map((secret) => spellSecret(secret, fold(secret), minSecretLength)),
    prompt: systemPrompt === undefined ? null : readPrompt(systemPrompt, quotedWords),
  };
}

/** Nearly every question of an application has the same prompt, so the last one read is kept. */
let last: { readonly systemPrompt: string; readonly quoted: QuotedText } | null = null;

function readPrompt(systemPrompt: string, quotedWords: number): QuotedText {
  if (last?.systemPrompt !== systemPrompt)
    last = { systemPrompt, quoted: readQuotedText(fold(systemPrompt), quotedWords) };
  return last.quoted;
}

function fold(text: string): string {
  return foldText(unmapped(text)).text;
}

function secretsIn(view: TextView, secrets: readonly SecretSpellings[]): ScoredFinding[] {
  if (secrets.length === 0) return [];
  const bare = pickBare(view.text);
  return secrets.flatMap((secret) => toFinding(view, "names-a-secret", findSecret(view.text, bare, secret)));
}

function encodedSecretsIn(text: string, secrets: readonly SecretSpellings[]): ScoredFinding[] {
  if (secrets.length === 0) return [];
  const visible = pickVisible(text);
  return secrets.flatMap((secret) =>
    toFinding(unmapped(text), "names-a-secret", findEncodedSecret(visible, secret)),
  );
}

function toFinding(
  view: Pick<TextView, "text" | "starts" | "ends">,
  reason: "names-a-secret" | "quotes-own-prompt",
  place: { start: number; end: number } | null,
): ScoredFinding[] {
  if (place === null) return [];
  const { secret, ownPrompt } = applicationLimits.scores;
  const span = toSourceSpan(view, place.start, place.end);
  const score = reason === "names-a-secret" ? secret : ownPrompt;
  return [{ guard: "application", reason, start: span.start, end: span.end, score }];
}

function unique(findings: readonly ScoredFinding[]): ScoredFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.reason} ${finding.start}`, finding])).values()];
}
