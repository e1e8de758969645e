import "server-only";
import {
  type OutputGuardMode,
  type OutputGuardName,
  type OutputGuardPolicy,
  type OutputGuardrails,
  outputGuardrails,
} from "@/lib/config/guardrails-output";
import type { JudgedFinding } from "@/lib/protocol/finding";
import { type Verdict, worseVerdict } from "@/lib/protocol/verdict";
import { createDetectors } from "./create-detectors";
import type { Detector, Report, Span } from "./detector";
import { readInstructions } from "./known-text/instructions";
import { OpeningWord } from "./opening-word";
import type { OutputContext, OutputGuard } from "./output-guard";
import { ReleaseQueue } from "./release-queue";
import { MarkCutter } from "./rendered/marks";
import { TextWindow } from "./text-window";

/** How far behind what is undecided detectors may look for context. */
const contextChars = 512;

type Settings = {
  readonly guardrails?: OutputGuardrails;
  readonly makeDetectors?: typeof createDetectors;
};

/** A guard for one text of one answer: the text, its reasoning, or the arguments of one tool call. */
export function createOutputGuard(context: OutputContext, settings: Settings = {}): OutputGuard {
  return new StreamGuard(
    context,
    settings.guardrails ?? outputGuardrails,
    settings.makeDetectors ?? createDetectors,
  );
}

class StreamGuard implements OutputGuard {
  readonly #guardrails: OutputGuardrails;
  readonly #text = new TextWindow();
  readonly #queue = new ReleaseQueue();
  readonly #findings: JudgedFinding[] = [];
  readonly #noticed = new Set<string>();
  readonly #marks = new MarkCutter();
  readonly #opening: OpeningWord;
  #detectors: Detector[];
  #verdict: Verdict = "allow";
  #blockAt = Number.POSITIVE_INFINITY;
  #decided = 0;
  #isOver = false;

  constructor(context: OutputContext, guardrails: OutputGuardrails, makeDetectors: typeof createDetectors) {
    this.#guardrails = guardrails;
    this.#opening = new OpeningWord(reservedIn(context, guardrails));
    this.#detectors = makeDetectors(context, guardrails, (guard) => this.#reportFor(guard));
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  get findings(): readonly JudgedFinding[] {
    // Which of several for one span came first depends on the pieces.
    return this.#findings.toSorted(
      (a, b) =>
        a.start - b.start ||
        a.end - b.end ||
        a.guard.localeCompare(b.guard) ||
        a.reason.localeCompare(b.reason),
    );
  }

  get heldLength(): number {
    return this.#isOver ? 0 : this.#text.length - this.#decided;
  }

  push(delta: string): string {
    let shown = "";
    let at = 0;
    // One by one, so that what is free at a character does not depend on how many came with it.
    for (; at < delta.length && this.#opening.step(delta.charAt(at)); at++)
      shown += this.#read(delta.charAt(at));
    return at < delta.length ? shown + this.#read(delta.slice(at)) : shown;
  }

  #read(delta: string): string {
    return this.#marks
      .cut(delta)
      .map((piece) => this.#readPiece(piece))
      .join("");
  }

  #readPiece(piece: string): string {
    if (this.#isOver) return "";
    this.#text.append(piece);
    const bound = this.#text.length - this.#guardrails.maxHeldChars;
    let hold = this.#text.length;
    for (const detector of this.#detectors) {
      const holdFrom = this.#holdOf(detector);
      // Detectors keep to the bound by themselves; one that doesn't is cut here, so that nothing waits for ever.
      if (holdFrom < bound) this.#cut(detector, holdFrom);
      else hold = Math.min(hold, holdFrom);
    }
    return this.#release(Math.max(hold, this.#opening.freeLength));
  }

  flush(): string {
    if (this.#isOver) return "";
    for (const detector of this.#detectors) this.#end(detector);
    const shown = this.#release(this.#text.length, true);
    this.#isOver = true;
    return shown;
  }

  abort(): void {
    this.#isOver = true;
    this.#queue.close();
  }

  #release(hold: number, isEnd = false): string {
    this.#decided = Math.max(this.#decided, hold);
    const shown = this.#queue.release(this.#text, hold);
    this.#text.forgetBefore(Math.min(this.#queue.neededFrom, this.#decided) - contextChars);
    if (this.#queue.isClosed || (isEnd && this.#blockAt < Number.POSITIVE_INFINITY)) this.#stop();
    return shown;
  }

  /** A block was reached; what was noticed behind it depends on how much had been read and is left out. */
  #stop(): void {
    this.#isOver = true;
    this.#verdict = "block";
    this.#queue.close();
    const kept = this.#findings.filter((finding) => finding.start <= this.#blockAt);
    this.#findings.splice(0, this.#findings.length, ...kept);
  }

  #reportFor(guard: OutputGuardName): Report {
    const policy = this.#guardrails.guards[guard];
    return (reported: Span) => {
      const { reason, end } = this.#withoutEscape(reported);
      const { freeLength } = this.#opening;
      if (end <= freeLength) return;
      const start = Math.max(reported.start, freeLength);
      const span = { ...reported, start, end, replacement: joinWords(reported.replacement) };
      const decided = decide(policy, span);
      const { action } = decided;
      // The text as it stands and as it is drawn mostly hold the same.
      const key = `${guard} ${reason} ${start} ${end}`;
      if (this.#noticed.has(key)) return;
      this.#noticed.add(key);
      this.#findings.push({ guard, reason, start, end, ...decided });
      if (action === "block") this.#block(start);
      else if (action === "redact") this.#queue.redact(span);
      if (action === "flag" || action === "redact") this.#verdict = worseVerdict(this.#verdict, action);
    };
  }

  /** Leaves a backslash at a span's end, which would otherwise no longer escape what stands behind it. */
  #withoutEscape(span: Span): Span {
    let end = span.end;
    while (end > span.start + 1 && this.#text.codeAt(end - 1) === 92) end--;
    return end === span.end ? span : { ...span, end };
  }

  #block(start: number): void {
    this.#blockAt = Math.min(this.#blockAt, start);
    this.#queue.blockFrom(start);
  }

  #holdOf(detector: Detector): number {
    try {
      detector.read(this.#text);
      return detector.holdFrom;
    } catch {
      this.#leaveOut(detector);
      return Number.POSITIVE_INFINITY;
    }
  }

  #end(detector: Detector): void {
    try {
      detector.end(this.#text);
    } catch {
      this.#leaveOut(detector);
    }
  }

  /** What a detector threw may quote the text, so only the fact is kept. */
  #leaveOut(detector: Detector): void {
    this.#detectors = this.#detectors.filter((other) => other !== detector);
    const { onError } = this.#guardrails.guards[detector.guard];
    this.#fail(this.#queue.released, onError, detector.guard);
  }

  /**
   * What waits for too long is withheld, whatever the guard's errors mean; in shadow mode only the guard is left out.
   */
  #cut(detector: Detector, holdFrom: number): void {
    this.#detectors = this.#detectors.filter((other) => other !== detector);
    this.#fail(holdFrom, "block", detector.guard);
  }

  #fail(start: number, meaning: "block" | "flag", guard: OutputGuardName): void {
    const decided = inMode(this.#guardrails.guards[guard].mode, meaning);
    this.#findings.push({ guard, reason: "guard-failed", start, end: this.#text.length, ...decided });
    if (decided.action === "flag") this.#verdict = worseVerdict(this.#verdict, "flag");
    if (decided.action !== "block") return;
    this.#block(start);
    this.#stop();
  }
}

type Decided = Pick<JudgedFinding, "action" | "would">;

/** What is done about a span: of a guard that is off there is no detector, and a repair never ends the answer. */
function decide({ mode, would }: OutputGuardPolicy, { isRepair }: Span): Decided {
  const meant = mode === "shadow" || mode === "off" ? would : mode;
  return inMode(mode, meant === "block" && isRepair ? "redact" : meant);
}

/** In shadow mode nothing comes of what a guard would have done. */
function inMode(mode: OutputGuardMode, meant: Verdict): Decided {
  return mode === "shadow" || mode === "off" ? { action: "shadow", would: meant } : { action: meant };
}

/** What an opening word must not give away; null where a text has no words of prose to begin with. */
function reservedIn(context: OutputContext, { policyTerms }: OutputGuardrails): readonly string[] | null {
  const { surface, schema, secrets = [], canary = "", systemPrompt = "" } = context;
  if (surface === "tool" || schema !== undefined) return null;
  return [...secrets, canary, ...readInstructions(systemPrompt).plantedValues, ...policyTerms];
}

/** Words joined by no-break spaces, which end no value of an attribute in HTML. */
function joinWords(replacement: string): string {
  return replacement.replace(/(\w) (?=\w)/g, "$1\u00a0");
}
