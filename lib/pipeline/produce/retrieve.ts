import "server-only";
import { generation } from "@/lib/config/generation";
import { getLogger } from "@/lib/config/logger";
import { searchPassages } from "@/lib/knowledge/search-passages";
import { countTokens } from "@/lib/models/count-tokens";
import type { Passage } from "@/lib/protocol/passage";

/**
 * The passages that go with a question, best first, as many as fit. A search that fails costs the answer its sources,
 * not the answer.
 */
export async function retrieve(question: string): Promise<readonly Passage[]> {
  const found = await searchPassages(question, generation.maxPassages).catch((error: unknown) => {
    getLogger().error({ error }, "passages could not be searched");
    return [];
  });
  let tokens = 0;
  const tooMany = found.findIndex((passage) => {
    tokens += countTokens(passage.text);
    return tokens > generation.maxPassageTokens;
  });
  return tooMany < 0 ? found : found.slice(0, tooMany);
}
