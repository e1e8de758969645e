import "server-only";
import type { HistoryMessage } from "@/lib/chats/read-conversation";
import { type PersonalKind, personalPolicy } from "@/lib/config/guardrails-input";
import { PseudonymVault, pseudonymise } from "@/lib/guards/input/pseudonymise";
import type { Finding, JudgedFinding } from "@/lib/protocol/finding";
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
  readonly vault: PseudonymVault;
};

/** Hides what the policy of `personalPolicy` names, in all that goes out with a turn. */
export function hidePersonal(
  turn: Pick<AdmittedTurn, "question" | "history">,
  { passages, values }: Pick<Retrieved, "passages" | "values">,
  images: readonly OutgoingImage[],
): Outgoing {
  // Not the instructions: they explain what a placeholder is by an example.
  const vault = new PseudonymVault();
  const texts = [
    turn.question,
    ...turn.history.map(({ text }) => text),
    ...passages.flatMap(({ title, headings, text }) => [title, ...headings, text]),
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
    findings: question.findings.map((finding) => ({ ...finding, action: actionOf(finding) })),
    vault,
  };
}

function actionOf({ reason }: Finding): "redact" | "shadow" {
  return personalPolicy[reason as PersonalKind] === "redact" ? "redact" : "shadow";
}
