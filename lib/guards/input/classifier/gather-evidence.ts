import "server-only";
import { matchPatterns } from "../rules/match-patterns";
import { matchRules } from "../rules/match-rules";
import type { TextView } from "../views/canonical-views";
import type { Evidence } from "./dense-features";

/** Everything the rules and patterns find in a view. */
export function gatherEvidence(view: Pick<TextView, "text" | "unbounded">, gibberish: number): Evidence {
  const { hits, mentions } = matchRules(view);
  return { text: view.text, hits, mentions, patterns: matchPatterns(view.text), gibberish };
}
