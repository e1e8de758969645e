/** What a guard thinks of a text, from harmless to worst. The order is the meaning: a worse one wins. */
export const verdicts = ["allow", "flag", "redact", "block"] as const;

export type Verdict = (typeof verdicts)[number];

/** The worse of two verdicts. */
export function worseVerdict(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}
