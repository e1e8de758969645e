import "server-only";
import { guardInput } from "@/lib/guards/input/guard-input";
import { unplacedReason } from "@/lib/guards/input/input-guard";
import { dropOffendingSentences } from "@/lib/guards/input/sentences/drop-offending-sentences";
import type { JudgedFinding } from "@/lib/protocol/finding";
import { documentText, type Passage } from "@/lib/protocol/passage";

const NEUTRAL_TITLE = "Document";
/** UTF-16 units of a text that are read with what stands above it. */
const BEGINNING = 600;

type Labelled = Pick<Passage, "title" | "headings" | "text">;
type CleanedPassage = Labelled & {
  /** What was dropped; spans in the text as it is stored, empty ones for the title and headings. */
  readonly dropped: readonly JudgedFinding[];
  /** What was noticed in its text and stays, because its guard's mode lets it do no more. */
  readonly noticed?: readonly JudgedFinding[];
};

/**
 * A passage of the knowledge base without what tries to instruct the model: in its text, and in the title and headings
 * that go before it, which are as much somebody's words, also where only all together do.
 */
export function cleanPassage({ title, headings, text }: Labelled): CleanedPassage {
  const { text: left, dropped, ...noticed } = dropOffendingSentences(text, "document");
  const above: JudgedFinding[] = [];
  const isKept = (label: string): boolean => {
    const offence = findOffence(label);
    if (offence !== null) above.push(offence);
    return offence === null;
  };
  const kept = { title: isKept(title) ? title : NEUTRAL_TITLE, headings: headings.filter(isKept) };
  const beginning = left.slice(0, BEGINNING);
  // What is split between title, headings and text: without headings first, for the title is what people read.
  for (const less of [kept, { ...kept, headings: [] }]) {
    const together = findOffence(documentText({ ...less, text: beginning }));
    // The beginning cut loose may sound worse than the whole; what stands above it is not to blame then.
    if (together === null || findOffence(beginning) !== null)
      return { ...less, text: left, dropped: [...above, ...dropped], ...noticed };
    above.unshift(together);
  }
  return { title: NEUTRAL_TITLE, headings: [], text: left, dropped: [...above, ...dropped], ...noticed };
}

function findOffence(text: string): JudgedFinding | null {
  const { action, findings } = guardInput(text, { surface: "document" });
  if (action !== "redact") return null;
  const { guard, reason } = findings.find((finding) => finding.action === "redact") ?? {
    guard: "injection",
    reason: unplacedReason,
  };
  return { guard, reason, start: 0, end: 0, action: "redact" };
}
