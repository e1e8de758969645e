import "server-only";
import { z } from "zod";
import { getEnv } from "@/lib/config/env";
import { moderationModel } from "@/lib/config/guardrails-input";
import { callJudgeService, type JudgeCall } from "./call-judge-service";
import { getModel } from "./get-chain";

const DEFAULT_BASE_URL = "https://api.openai.com/v1";

const answerSchema = z.object({
  model: z.string().max(200).optional(),
  results: z.tuple(
    [z.object({ category_scores: z.record(z.string(), z.number().min(0).max(1)) })],
    z.unknown(),
  ),
});

/**
 * OpenAI's moderation of a text: scores from 0 to 1 by category. It is on record like any other call; it costs nothing.
 * @throws Error when the key is missing, the call fails, or the answer can't be read
 */
export async function moderate(text: string, call: JudgeCall): Promise<Readonly<Record<string, number>>> {
  const spec = getModel(moderationModel);
  const { OPENAI_API_KEY, OPENAI_BASE_URL = DEFAULT_BASE_URL } = getEnv();
  const service = {
    ...{ spec, url: `${OPENAI_BASE_URL}/moderations`, key: OPENAI_API_KEY, schema: answerSchema },
    modelAnswered: ({ model }: z.infer<typeof answerSchema>) => model ?? null,
  };
  const { results } = await callJudgeService(service, { model: spec.model, input: text }, call);
  return results[0].category_scores;
}
