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
 * The passages that go with a question; the one before it tells what a short follow-up is about. A search that fails costs the answer its sources, not the answer.
 */
export async function retrieve(question: string, earlierQuestion: string | undefined): Promise<Retrieved> {
  const found = await searchPassages(question, generation.maxPassages, earlierQuestion).catch(
    (error: unknown) => {
      getLogger().error({ error }, "passages could not be searched");
      return [];
    },
  );
  const cleaned = found.map((passage) => ({ passage, ...dropOffendingSentences(passage.text) }));
  const passages = cleaned
    .filter(({ text }) => text.trim() !== "")
    .map(({ passage, text }) => ({ ...passage, text }));
  return { passages: thatFit(passages), dropped: cleaned.flatMap(({ dropped }) => dropped) };
}

function thatFit(passages: readonly Passage[]): readonly Passage[] {
  let tokens = 0;
  const tooMany = passages.findIndex((passage) => {
    tokens += countTokens(passage.text);
    return tokens > generation.maxPassageTokens;
  });
  return tooMany < 0 ? passages : passages.slice(0, tooMany);
}
