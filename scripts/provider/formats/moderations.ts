import { z } from "zod";
import { estimateInputTokens } from "@/scripts/provider/answer/tokens";

const categories = [
  "harassment",
  "harassment/threatening",
  "hate",
  "hate/threatening",
  "illicit",
  "illicit/violent",
  "self-harm",
  "self-harm/intent",
  "self-harm/instructions",
  "sexual",
  "sexual/minors",
  "violence",
  "violence/graphic",
] as const;

/** A few words that anyone would try; `[flag:violence]` and the like flag a category for certain. */
const words: Partial<Record<(typeof categories)[number], RegExp>> = {
  harassment: /\b(idiot|moron|you are worthless)\b/iu,
  "harassment/threatening": /\bi will (hurt|kill|find) you\b/iu,
  illicit: /\b(cook meth|launder money|counterfeit)\b/iu,
  "illicit/violent": /\b(build|make) (a|an) (pipe )?bomb\b/iu,
  "self-harm": /\b(kill myself|suicide|hurt myself)\b/iu,
  "self-harm/intent": /\bi (want|am going) to (die|kill myself)\b/iu,
  violence: /\b(kill|murder|stab|shoot) (him|her|them|you|someone|people|everyone)\b/iu,
};

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() });

const bodySchema = z.looseObject({
  model: z.string().min(1).nullish(),
  input: z.union([z.string(), z.array(z.union([z.string(), partSchema])).min(1)]),
});

/** POST /v1/moderations. The same text always gets the same scores. */
export function answerModerations(body: unknown, requestId: string): { body: unknown; inputTokens: number } {
  const asked = bodySchema.parse(body);
  const inputs = [asked.input]
    .flat()
    .map((input) => (typeof input === "string" ? input : (input.text ?? "")));
  const model = asked.model ?? "omni-moderation-latest";
  return {
    inputTokens: estimateInputTokens(inputs),
    body: { id: `modr-${requestId}`, model, results: inputs.map(moderate) },
  };
}

function moderate(text: string) {
  const flags = categories.map(
    (category) => text.includes(`[flag:${category}]`) || (words[category]?.test(text) ?? false),
  );
  return {
    flagged: flags.includes(true),
    categories: Object.fromEntries(categories.map((category, index) => [category, flags[index] === true])),
    category_scores: Object.fromEntries(
      categories.map((category, index) => [category, flags[index] ? 0.93 : 0.0004]),
    ),
    category_applied_input_types: Object.fromEntries(
      categories.map((category, index) => [category, flags[index] ? ["text"] : []]),
    ),
  };
}
