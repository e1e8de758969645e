import "server-only";
import { findPairs } from "../rules/concept-pairs";
import { matchPatterns } from "../rules/match-patterns";
import { matchRules } from "../rules/match-rules";
import type { TextView } from "../views/canonical-views";
import type { Evidence } from "./dense-features";

/** Everything the rules and patterns find in a view. */
export function gatherEvidence(view: Pick<TextView, "text" | "unbounded">, gibberish: number): Evidence {
  const { hits, mentions } = matchRules(view);
  const patterns = matchPatterns(view.text);
  return { text: view.text, hits, mentions, pairs: findPairs(mentions), patterns, gibberish };
}
