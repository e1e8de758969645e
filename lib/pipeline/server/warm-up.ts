import "server-only";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { searchPassages } from "@/lib/knowledge/search-passages";
import { loadPrompt } from "@/lib/prompts/load-prompt";
import { judgeQuestion } from "../admit/judge-question";
import { planReservation } from "../admit/plan-reservation";

const QUESTION = "What happens when a server has just been started?";

/** Loads what the first question would otherwise wait for: guards, classifier, tokenizer, prompt, vocabulary. */
export async function warmUp(): Promise<void> {
  const prompt = await loadPrompt("answer");
  const judgement = judgeQuestion(QUESTION, [], prompt.content);
  const conversation = { parentId: null, history: [], earlierFiles: [] };
  const draft = { body: { text: QUESTION }, prompt, chain: [], titler: null, conversation, files: [] };
  planReservation(draft, judgement);
  const guard = createOutputGuard({ surface: "text", systemPrompt: prompt.content });
  guard.push(QUESTION);
  guard.flush();
  await searchPassages(QUESTION, 1);
}
