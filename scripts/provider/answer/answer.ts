/** Input counts everything, cached or not, as OpenAI does; Anthropic's format subtracts. Output includes reasoning. */
export type Usage = {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
};

export type ToolCall = { readonly name: string; readonly arguments: string };

type Finish = "stop" | "length" | "refusal" | "tool-call";

/** One complete answer, before any format has written it down. */
export type Answer = {
  readonly id: string;
  readonly createdAtSeconds: number;
  readonly model: string;
  readonly systemFingerprint: string | null;
  readonly reasoning: readonly string[];
  readonly text: readonly string[];
  readonly toolCall: ToolCall | null;
  readonly finish: Finish;
  /** Null when the provider is to keep its figures to itself. */
  readonly usage: Usage | null;
};
