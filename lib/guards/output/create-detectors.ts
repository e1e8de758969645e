import "server-only";
import type { OutputGuardName, OutputGuardrails } from "@/lib/config/guardrails-output";
import type { Detector, Report } from "./detector";
import { MarkupDetector } from "./markup/markup-detector";
import type { OutputContext } from "./output-guard";

type Make = (context: OutputContext, guardrails: OutputGuardrails, report: Report) => Detector | null;

/** One entry per guard; null where the context gives it nothing to look for. A fork adds a guard here. */
const makers: Readonly<Record<OutputGuardName, Make>> = {
  markup: (context, { markup, maxHeldChars }, report) =>
    context.surface === "tool"
      ? null
      : new MarkupDetector(markup, maxHeldChars, context.allowHosts ?? [], report),
};

/** The detectors that a context and the configuration ask for; `reportFor` says where each reports to. */
export function createDetectors(
  context: OutputContext,
  guardrails: OutputGuardrails,
  reportFor: (guard: OutputGuardName) => Report,
): Detector[] {
  const names = Object.keys(makers) as OutputGuardName[];
  return names
    .filter((name) => guardrails.guards[name].mode !== "off")
    .map((name) => makers[name](context, guardrails, reportFor(name)))
    .filter((detector) => detector !== null);
}
