import "server-only";
import type { OutputGuardName, OutputGuardrails } from "@/lib/config/guardrails-output";
import { CitationDetector } from "./citation-detector";
import type { Detector, Report } from "./detector";
import { EchoDetector } from "./known-text/echo-detector";
import { readInstructions } from "./known-text/instructions";
import { KnownTextDetector } from "./known-text/known-text-detector";
import { ShingleFollower } from "./known-text/shingle-follower";
import { KnownValues, ValueFollower } from "./known-text/value-follower";
import { MarkupDetector } from "./markup/markup-detector";
import type { OutputContext } from "./output-guard";
import { createOwnWords } from "./own-words";
import { PersonalDataDetector } from "./personal-data/personal-data-detector";
import { DrawnDetector } from "./rendered/drawn-detector";
import { DrawnText } from "./rendered/drawn-text";
import type { Reading } from "./rendered/marks";
import { SecretDetector } from "./secrets/secret-detector";
import { StructureDetector } from "./structure/structure-detector";

type Make = (context: OutputContext, guardrails: OutputGuardrails, report: Report) => Detector | null;

/** One entry per guard; null where the context gives it nothing to look for. A fork adds a guard here. */
const makers: Readonly<Record<OutputGuardName, Make>> = {
  "known-value": (context, { maxHeldChars }, report) => {
    const planted = context.systemPrompt ? readInstructions(context.systemPrompt).plantedValues : [];
    const values = new KnownValues("known-value", [
      ...(context.secrets ?? []),
      ...(context.canary ? [context.canary] : []),
      ...planted,
    ]);
    if (values.folded.length === 0) return null;
    return new KnownTextDetector(
      "known-value",
      (isPlain) => new ValueFollower(values, isPlain, maxHeldChars, report),
    );
  },
  "prompt-leak": ({ systemPrompt }, { minLeakChars, maxHeldChars }, report) => {
    if (!systemPrompt) return null;
    const { shingles } = readInstructions(systemPrompt);
    return new KnownTextDetector(
      "prompt-leak",
      () => new ShingleFollower(shingles, minLeakChars, maxHeldChars, report),
    );
  },
  "prompt-echo": ({ systemPrompt }, { echo }, report) =>
    systemPrompt ? new EchoDetector(readInstructions(systemPrompt).echoes, echo, report) : null,
  "policy-term": (_context, { policyTerms, maxHeldChars }, report) => {
    const terms = new KnownValues("policy-term", policyTerms, {
      minChars: 2,
      wordChars: Number.POSITIVE_INFINITY,
    });
    if (terms.folded.length === 0) return null;
    return new KnownTextDetector(
      "policy-term",
      (isPlain) => new ValueFollower(terms, isPlain, maxHeldChars, report),
    );
  },
  structure: ({ schema }, _guardrails, report) => (schema ? new StructureDetector(schema, report) : null),
  citation: ({ passageNumbers }, _guardrails, report) =>
    passageNumbers ? new CitationDetector(passageNumbers, report) : null,
  secret: (context, { maxHeldChars }, report) =>
    new SecretDetector(maxHeldChars, createOwnWords(context.userTexts ?? []), report),
  "personal-data": (context, { maxHeldChars }, report) =>
    new PersonalDataDetector(maxHeldChars, createOwnWords(context.userTexts ?? []), report),
  markup: (context, { markup, maxHeldChars }, report) =>
    context.surface === "tool"
      ? null
      : new MarkupDetector(markup, maxHeldChars, context.allowHosts ?? [], report),
};

/** Guards that look at words rather than at markup: they also read the text as it is drawn. */
const readAsDrawn: ReadonlySet<OutputGuardName> = new Set([
  "known-value",
  "prompt-leak",
  "prompt-echo",
  "policy-term",
  "secret",
  "personal-data",
]);
const readings: readonly Reading[] = ["decoded", "drawn"];

/** The detectors that a context and the configuration ask for; `reportFor` says where each reports to. */
export function createDetectors(
  context: OutputContext,
  guardrails: OutputGuardrails,
  reportFor: (guard: OutputGuardName) => Report,
): Detector[] {
  const names = Object.keys(makers) as OutputGuardName[];
  const asItStands = names
    .filter((name) => guardrails.guards[name].mode !== "off")
    .map((name) => makers[name](context, guardrails, reportFor(name)))
    .filter((detector) => detector !== null);
  const undecidedFrom = () => Math.min(...asItStands.map(({ holdFrom }) => holdFrom));
  const asDrawn = readings.flatMap((reading) => {
    const drawn = new DrawnText(reading, undecidedFrom);
    return asItStands
      .filter(({ guard }) => readAsDrawn.has(guard))
      .map((twin) => {
        const make = (report: Report) => makers[twin.guard](context, guardrails, report);
        return new DrawnDetector(twin, drawn, make, guardrails.maxHeldChars, reportFor(twin.guard));
      });
  });
  // What is drawn first: at a first mark it asks the others what they held before it.
  return [...asDrawn, ...asItStands];
}
