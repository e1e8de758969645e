import "server-only";
import type { HistoryMessage } from "@/lib/chats/read-conversation";
import { type PersonalKind, personalPolicy } from "@/lib/config/guardrails-input";
import { PseudonymVault, pseudonymise } from "@/lib/guards/input/personal/pseudonymise";
import type { JudgedFinding } from "@/lib/protocol/finding";
import type { Passage } from "@/lib/protocol/passage";
import type { OutgoingImage } from "../attachments/gather-images";
import type { Retrieved } from "../retrieve";
import type { AdmittedTurn } from "../turn";

/** What leaves for the provider: keys and personal numbers replaced by placeholders, the same one for the same value. */
export type Outgoing = {
  readonly question: string;
  readonly history: readonly HistoryMessage[];
  readonly passages: readonly Passage[];
  /** As they are: what is in a picture is not looked for. */
  readonly images: readonly OutgoingImage[];
  /** What the person's files say, as it was before. */
  readonly fileTexts: readonly string[];
  /** What was replaced in the question, or would be in shadow mode; spans in the question as it was typed. */
  readonly findings: readonly JudgedFinding[];
  /** The kinds of what was replaced in the passages, or would be; each once, with an empty span. */
  readonly documentFindings: readonly JudgedFinding[];
  readonly fileFindings: readonly JudgedFinding[];
  readonly vault: PseudonymVault;
};

/** Hides what the policy of `personalPolicy` names, in all that goes out with a turn. */
export function hidePersonal(
  turn: Pick<AdmittedTurn, "question" | "history" | "typed">,
  { passages, values }: Pick<Retrieved, "passages" | "values">,
  images: readonly OutgoingImage[],
): Outgoing {
  // Not the instructions: they explain what a placeholder is by an example.
  const vault = new PseudonymVault();
  const texts = [
    turn.question,
    ...turn.typed,
    ...turn.history.map(({ text }) => text),
    ...passages.flatMap(textsOf),
    ...images.map(({ name }) => name),
  ];
  for (const text of texts) vault.learn(text, personalPolicy);
  vault.know(values);
  const hide = (text: string): string => pseudonymise(text, personalPolicy, vault).text;
  const question = pseudonymise(turn.question, personalPolicy, vault);
  return {
    question: question.text,
    history: turn.history.map((message) => ({ ...message, text: hide(message.text) })),
    passages: passages.map((passage) => ({
      ...passage,
      title: hide(passage.title),
      headings: passage.headings.map(hide),
      text: hide(passage.text),
    })),
    images: images.map((image) => ({ ...image, name: hide(image.name) })),
    fileTexts: passages.flatMap(({ attachmentId, text }) => (attachmentId === undefined ? [] : [text])),
    findings: question.findings.map((finding) => ({
      ...finding,
      action: actionOf(finding.reason as PersonalKind),
    })),
    documentFindings: kindsIn(
      passages.filter(({ attachmentId }) => attachmentId === undefined),
      vault,
    ),
    fileFindings: kindsIn(
      passages.filter(({ attachmentId }) => attachmentId !== undefined),
      vault,
    ),
    vault,
  };
}

function textsOf({ title, headings, text }: Passage): string[] {
  return [title, ...headings, text];
}

/** Each once: how often a document says them is nothing that a turn has to keep. */
function kindsIn(passages: readonly Passage[], vault: PseudonymVault): JudgedFinding[] {
  const found = passages.flatMap(textsOf).flatMap((text) => vault.find(text, personalPolicy));
  const kinds = new Set(found.map(({ kind }) => kind));
  return [...kinds].map((kind) => ({
    guard: "pseudonymise",
    reason: kind,
    start: 0,
    end: 0,
    action: actionOf(kind),
  }));
}

function actionOf(kind: PersonalKind): "redact" | "shadow" {
  return personalPolicy[kind] === "redact" ? "redact" : "shadow";
}
