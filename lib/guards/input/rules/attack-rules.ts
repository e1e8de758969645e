import "server-only";
import type { Concept } from "./lexicon";

export type AttackRule = {
  readonly reason: string;
  /** The first is looked for everywhere, the others near it, in any order: word order differs between languages. */
  readonly parts: readonly [Concept, ...Concept[]];
  /** How far from the first, in UTF-16 units of folded text, the farthest part may lie. */
  readonly within: number;
  /** How sure a hit alone makes, from 0 to 1. */
  readonly weight: number;
};

/** Verb × scope × object. The classifier sees every rule as a feature and may trust it more or less than this. */
export const attackRules: readonly AttackRule[] = [
  { reason: "override-instructions", parts: ["disregard", "prior", "instructions"], within: 50, weight: 0.8 },
  { reason: "override-instructions", parts: ["disregard", "all", "instructions"], within: 40, weight: 0.7 },
  { reason: "override-instructions", parts: ["disregard", "all", "prior"], within: 36, weight: 0.7 },
  { reason: "override-instructions", parts: ["disregard", "your", "instructions"], within: 36, weight: 0.65 },
  { reason: "override-instructions", parts: ["disregard", "instructions"], within: 24, weight: 0.25 },
  { reason: "override-instructions", parts: ["disregard", "prior"], within: 20, weight: 0.25 },
  { reason: "override-instructions", parts: ["disregard", "all"], within: 8, weight: 0.25 },
  { reason: "override-instructions", parts: ["disregard", "all", "reveal"], within: 40, weight: 0.5 },
  { reason: "override-instructions", parts: ["disregard", "all", "forced"], within: 60, weight: 0.65 },
  { reason: "override-instructions", parts: ["disregard", "hiddenPrompt"], within: 40, weight: 0.7 },
  { reason: "override-instructions", parts: ["disregard", "newTask"], within: 120, weight: 0.5 },
  { reason: "override-instructions", parts: ["disregard", "forced"], within: 120, weight: 0.45 },
  { reason: "override-instructions", parts: ["disregard", "becomes"], within: 200, weight: 0.4 },
  { reason: "override-instructions", parts: ["newTask", "comply"], within: 60, weight: 0.3 },
  { reason: "override-safety", parts: ["disregard", "all", "security"], within: 40, weight: 0.7 },
  { reason: "override-safety", parts: ["disregard", "your", "security"], within: 40, weight: 0.7 },
  { reason: "override-safety", parts: ["disregard", "security"], within: 30, weight: 0.4 },
  { reason: "override-safety", parts: ["bypass", "your", "security"], within: 40, weight: 0.65 },
  { reason: "override-safety", parts: ["bypass", "all", "security"], within: 36, weight: 0.6 },
  { reason: "override-safety", parts: ["bypass", "security"], within: 30, weight: 0.35 },
  { reason: "override-safety", parts: ["bypass", "your", "instructions"], within: 36, weight: 0.6 },
  { reason: "extract-instructions", parts: ["reveal", "hiddenPrompt"], within: 40, weight: 0.7 },
  { reason: "extract-instructions", parts: ["reveal", "your", "instructions"], within: 36, weight: 0.6 },
  { reason: "extract-instructions", parts: ["reveal", "prior", "instructions"], within: 36, weight: 0.5 },
  { reason: "extract-instructions", parts: ["reveal", "prior", "text"], within: 30, weight: 0.35 },
  { reason: "extract-instructions", parts: ["hiddenPrompt", "your"], within: 30, weight: 0.4 },
  { reason: "change-role", parts: ["becomes", "unrestricted"], within: 250, weight: 0.6 },
  { reason: "change-role", parts: ["becomes", "authority"], within: 60, weight: 0.35 },
  { reason: "change-role", parts: ["becomes", "suppress"], within: 600, weight: 0.6 },
  { reason: "change-role", parts: ["becomes", "modelName"], within: 24, weight: 0.25 },
  { reason: "change-role", parts: ["becomes", "modelName", "unrestricted"], within: 250, weight: 0.75 },
  { reason: "change-role", parts: ["becomes", "comply", "unrestricted"], within: 300, weight: 0.65 },
  { reason: "change-role", parts: ["becomes", "immoral"], within: 120, weight: 0.4 },
  { reason: "change-role", parts: ["modelName", "immoral"], within: 60, weight: 0.3 },
  { reason: "change-role", parts: ["becomes", "comply", "immoral"], within: 250, weight: 0.6 },
  { reason: "suppress-refusal", parts: ["suppress", "immoral"], within: 250, weight: 0.5 },
  { reason: "claim-authority", parts: ["authority", "disregard"], within: 100, weight: 0.55 },
  { reason: "claim-authority", parts: ["authority", "bypass", "security"], within: 120, weight: 0.65 },
  { reason: "claim-authority", parts: ["authority", "reveal", "secret"], within: 120, weight: 0.6 },
  { reason: "claim-authority", parts: ["authority", "unrestricted"], within: 100, weight: 0.5 },
  { reason: "claim-authority", parts: ["authority", "hiddenPrompt"], within: 100, weight: 0.5 },
  { reason: "extract-training-data", parts: ["reveal", "trainingData"], within: 50, weight: 0.3 },
  { reason: "extract-training-data", parts: ["reveal", "your", "trainingData"], within: 40, weight: 0.5 },
  { reason: "extract-training-data", parts: ["trainingData", "secret"], within: 60, weight: 0.4 },
  { reason: "extract-instructions", parts: ["forced", "hiddenPrompt"], within: 40, weight: 0.4 },
  { reason: "ask-for-secrets", parts: ["forced", "secret"], within: 40, weight: 0.3 },
  { reason: "ask-for-secrets", parts: ["reveal", "your", "secret"], within: 40, weight: 0.5 },
  { reason: "ask-for-secrets", parts: ["reveal", "all", "secret"], within: 36, weight: 0.45 },
  { reason: "ask-for-secrets", parts: ["reveal", "secret"], within: 30, weight: 0.25 },
  { reason: "ask-for-secrets", parts: ["disregard", "secret"], within: 80, weight: 0.5 },
  { reason: "suppress-refusal", parts: ["suppress", "unrestricted"], within: 300, weight: 0.6 },
  { reason: "suppress-refusal", parts: ["suppress", "comply"], within: 200, weight: 0.3 },
  { reason: "force-answer", parts: ["forced", "pwned"], within: 60, weight: 0.85 },
  { reason: "force-answer", parts: ["reveal", "pwned"], within: 40, weight: 0.6 },
  { reason: "force-answer", parts: ["pwned", "text"], within: 80, weight: 0.5 },
  { reason: "force-answer", parts: ["newTask", "forced"], within: 120, weight: 0.35 },
  { reason: "run-commands", parts: ["run", "authority"], within: 60, weight: 0.3 },
];
