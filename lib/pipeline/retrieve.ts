import "server-only";
import { generation } from "@/lib/config/generation";
import { getLogger } from "@/lib/config/logger";
import { dropOffendingSentences } from "@/lib/guards/input/spotlight";
import { searchPassages } from "@/lib/knowledge/search-passages";
import { countTokens } from "@/lib/models/count-tokens";
import type { Finding } from "@/lib/protocol/finding";
import type { Passage } from "@/lib/protocol/passage";

export type Retrieved = {
  /** Best first, as many as fit, without the sentences that tried to instruct the model. */
  readonly passages: readonly Passage[];
  /** Those sentences; spans in the passage as it is stored. */
  readonly dropped: readonly Finding[];
};

/**
 * The passages that go with a question; the one before it tells what a short follow-up is about. A search that fails
 * costs the answer its sources, not the answer.
 */
export async function retrieve(question: string, earlierQuestion: string | undefined): Promise<Retrieved> {
  const found = await searchPassages(question, generation.maxPassages, earlierQuestion).catch(
    (error: unknown) => {
      getLogger().error({ error }, "passages could not be searched");
      return [];
    },
  );
  const cleaned = found.map((passage) => ({ passage, ...clean(passage.text) }));
  const usable = cleaned.filter(({ text }) => text.trim() !== "");
  const passages = thatFit(usable).map(({ passage, text }) => ({ ...passage, text }));
  return { passages, dropped: cleaned.flatMap(({ dropped }) => dropped) };
}

type Cleaned = ReturnType<typeof dropOffendingSentences> & { readonly tokens: number };

const MAX_REMEMBERED = 500;
const remembered = new Map<string, Cleaned>();

/** What is left of a passage's text. The same few are found again and again, so the last ones judged are remembered. */
function clean(stored: string): Cleaned {
  const known = remembered.get(stored);
  if (known !== undefined) return known;
  const { text, dropped } = dropOffendingSentences(stored);
  const cleaned = { text, dropped, tokens: countTokens(text) };
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
