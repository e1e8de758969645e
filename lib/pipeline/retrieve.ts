import "server-only";
import { generation } from "@/lib/config/generation";
import { personalPolicy } from "@/lib/config/guardrails-input";
import { getLogger } from "@/lib/config/logger";
import type { PersonalValue } from "@/lib/guards/input/personal/personal-span";
import { personalValuesOf } from "@/lib/guards/input/personal/personal-values";
import { searchPassages } from "@/lib/knowledge/search-passages";
import { countTokens } from "@/lib/models/count-tokens";
import type { JudgedFinding } from "@/lib/protocol/finding";
import type { NoticeCode } from "@/lib/protocol/notice";
import { documentText, type Passage } from "@/lib/protocol/passage";
import { type Attached, gatherAttached, type QuestionFiles } from "./attachments/gather-attached";
import { cleanPassage } from "./clean-passage";

export type Retrieved = {
  /** Best first, as many as fit, without the sentences that tried to instruct the model. */
  readonly passages: readonly Passage[];
  /**
   * Those sentences, and what was noticed and stayed; spans in the passage's text as it is stored, empty ones for its
   * title and headings.
   */
  readonly findings: readonly JudgedFinding[];
  /** The same of the person's files; spans in what was read of the file. */
  readonly fileFindings: readonly JudgedFinding[];
  /** Keys and personal numbers that the passages held, or what they were taken from, before anything was left out. */
  readonly values: readonly PersonalValue[];
  /** What the person is to be told of their files. */
  readonly notices: readonly NoticeCode[];
};

/**
 * What goes with a question: passages of the knowledge base and of the person's files. Never rejects: where one of both
 * can't be read, the answer does without it, and a person whose file it is is told so.
 */
export async function retrieve(
  question: string,
  earlierQuestion: string | undefined,
  files: QuestionFiles,
): Promise<Retrieved> {
  const [found, attached] = await Promise.all([
    retrievePassages(question, earlierQuestion),
    retrieveAttached(question, files),
  ]);
  const groups = attached.comesFirst
    ? [attached.passages, found.passages]
    : [found.passages, attached.passages];
  return {
    passages: groups.flat(),
    findings: found.findings,
    fileFindings: attached.findings,
    values: [...found.values, ...attached.values],
    notices: attached.notices,
  };
}

const nothing: Attached = { passages: [], comesFirst: false, findings: [], values: [], notices: [] };

async function retrieveAttached(question: string, files: QuestionFiles): Promise<Attached> {
  if (files.own.length === 0 && files.earlier.length === 0) return nothing;
  try {
    return await gatherAttached(question, files);
  } catch (error) {
    getLogger().error({ error }, "attached files could not be read");
    return { ...nothing, notices: ["attachment_missing"] };
  }
}

/**
 * The passages that go with a question; the one before it tells what a short follow-up is about. A search that fails
 * costs the answer its sources, not the answer.
 */
async function retrievePassages(
  question: string,
  earlierQuestion: string | undefined,
): Promise<Pick<Retrieved, "passages" | "findings" | "values">> {
  const found = await searchPassages(question, generation.maxPassages, earlierQuestion).catch(
    (error: unknown) => {
      getLogger().error({ error }, "passages could not be searched");
      return [];
    },
  );
  const cleaned = found.map((passage) => ({ passage, ...clean(passage) }));
  const usable = cleaned.filter(({ text }) => text.trim() !== "");
  const passages = thatFit(usable).map(({ passage, title, headings, text }) => ({
    ...passage,
    title,
    headings,
    text,
  }));
  return {
    passages,
    findings: cleaned.flatMap(({ dropped, noticed = [] }) => [...dropped, ...noticed]),
    values: cleaned.flatMap(({ values }) => values),
  };
}

type Cleaned = ReturnType<typeof cleanPassage> & Pick<Retrieved, "values"> & { readonly tokens: number };

const MAX_REMEMBERED = 500;
const remembered = new Map<string, Cleaned>();

/** What is left of a passage. The same few are found again and again, so the last ones judged are remembered. */
function clean(passage: Passage): Cleaned {
  const stored = documentText(passage);
  const known = remembered.get(stored);
  if (known !== undefined) return known;
  const left = cleanPassage(passage);
  const values = left.dropped.length === 0 ? [] : personalValuesOf(passage.text, personalPolicy);
  const cleaned = { ...left, values, tokens: countTokens(left.text) };
  const oldest = remembered.size >= MAX_REMEMBERED ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(stored, cleaned);
  return cleaned;
}

function thatFit<T extends Cleaned>(passages: readonly T[]): readonly T[] {
  let tokens = 0;
  const tooMany = passages.findIndex((passage) => {
    tokens += passage.tokens;
    return tokens > generation.maxPassageTokens;
  });
  return tooMany < 0 ? passages : passages.slice(0, tooMany);
}
