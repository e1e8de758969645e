import "server-only";
import { choosePassages } from "@/lib/attachments/choose-passages";
import { attachments } from "@/lib/config/attachments";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { findAttachmentTexts } from "@/lib/db/attachments";
import { findPersonal } from "@/lib/guards/input/personal/find-personal";
import type { PersonalValue } from "@/lib/guards/input/personal/personal-span";
import { personalValuesOf } from "@/lib/guards/input/personal/personal-values";
import { dropOffendingSentences } from "@/lib/guards/input/sentences/drop-offending-sentences";
import { spotlight } from "@/lib/guards/input/sentences/spotlight";
import { countTokens } from "@/lib/models/count-tokens";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import { findAttachmentPlace } from "@/lib/protocol/attachment-passage";
import type { JudgedFinding } from "@/lib/protocol/finding";
import type { NoticeCode } from "@/lib/protocol/notice";
import { documentText, type Passage } from "@/lib/protocol/passage";
import { safeName } from "./safe-name";

/** The files that may go with a question. */
export type QuestionFiles = {
  readonly userId: string;
  readonly own: readonly AttachmentReference[];
  /** Of the chat's earlier questions, the newest first. */
  readonly earlier: readonly AttachmentReference[];
};

export type Attached = {
  /** Without the sentences that tried to instruct the model. */
  readonly passages: readonly Passage[];
  /** They go before the documents of the knowledge base. */
  readonly comesFirst: boolean;
  /** Those sentences, and what was noticed and stayed; spans in what was read of their file. */
  readonly findings: readonly JudgedFinding[];
  /** Keys and personal numbers in all of the files, for what gives them away may be cut off or dropped. */
  readonly values: readonly PersonalValue[];
  readonly notices: readonly NoticeCode[];
};

/** As long as those of build-prompt.ts. */
const SAMPLE_NONCE = "0a1b2c3d4e5f";

/**
 * What of a question's files goes to the model, as passages: of its own files first, of those of earlier questions what
 * fits the question, as far as there is room.
 */
export async function gatherAttached(question: string, files: QuestionFiles): Promise<Attached> {
  const ownIds = new Set(textIdsOf(files.own));
  const earlierIds = [...new Set(textIdsOf(files.earlier))]
    .filter((id) => !ownIds.has(id))
    .slice(0, attachments.maxEarlierFiles);
  const texts = await findAttachmentTexts([...ownIds, ...earlierIds], files.userId);
  const readable = texts.map((file) => ({
    ...file,
    name: safeName(file.name),
    // Cut in two, neither half of a card would be known for what it is, and both would go out.
    unbroken: findPersonal(file.text, personalPolicy),
  }));
  const values = readable.flatMap(({ text, unbroken }) => personalValuesOf(text, personalPolicy, unbroken));
  const [ownTexts, earlierTexts] = [true, false].map((isOwn) =>
    readable.filter(({ id }) => ownIds.has(id) === isOwn),
  ) as [typeof readable, typeof readable];

  const own = choosePassages(ownTexts, question, attachments.maxTokens, tokensOf);
  const left = attachments.maxTokens - own.tokens;
  const earlierRoom = Math.min(left, attachments.maxEarlierTokens);
  const earlier = choosePassages(earlierTexts, question, earlierRoom, tokensOf);
  const cleaned = [...own.passages, ...earlier.passages].map(clean);
  const findings = cleaned.flatMap((entry) => entry.findings);
  const isShortened = own.isShortened || ownTexts.some(({ isCut }) => isCut);
  const best = Math.max(0, ...earlier.passages.map(({ score }) => score));
  return {
    passages: cleaned.map(({ passage }) => passage).filter(({ text }) => text.trim() !== ""),
    comesFirst: own.passages.length > 0 || best >= attachments.earlierFirstShare,
    findings,
    values,
    notices: [
      ...(ownTexts.length < ownIds.size ? (["attachment_missing"] as const) : []),
      ...(isShortened ? (["attachment_shortened"] as const) : []),
      ...(findings.some(({ action }) => action === "redact") ? (["attachment_redacted"] as const) : []),
    ],
  };
}

/** Of an image nothing is read. */
function textIdsOf(files: readonly AttachmentReference[]): string[] {
  return files.filter(({ kind }) => kind !== "image").map(({ id }) => id);
}

/** Tokens of a passage as it goes out: the marks between its words nearly double them. */
function tokensOf(passage: Passage): number {
  return countTokens(spotlight(documentText(passage), SAMPLE_NONCE).text);
}

function clean(passage: Passage): { passage: Passage; findings: JudgedFinding[] } {
  const { text, dropped, noticed = [] } = dropOffendingSentences(passage.text, "attachment");
  const offset = findAttachmentPlace(passage.id)?.start ?? 0;
  return {
    passage: { ...passage, text },
    findings: [...dropped, ...noticed].map((finding) => ({
      ...finding,
      start: finding.start + offset,
      end: finding.end + offset,
    })),
  };
}
