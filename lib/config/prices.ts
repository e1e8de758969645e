import "server-only";

/** USD per million tokens as decimal strings, so that nothing is rounded before it is multiplied. */
export type PriceEntry = {
  readonly input: string;
  readonly cacheRead: string;
  readonly cacheWrite: string;
  /** Text and reasoning are billed alike by every provider here. */
  readonly output: string;
  /** Where the price was read, and when. */
  readonly source: string;
  readonly asOf: string;
};

/** By `provider/model`. A model without a price refuses to start: an unknown price is never 0. */
export const prices: Readonly<Record<string, PriceEntry>> = {
  "openai/gpt-5-mini": {
    input: "0.25",
    cacheRead: "0.025",
    cacheWrite: "0.25",
    output: "2.00",
    source: "https://openai.com/api/pricing",
    asOf: "2025-08-07",
  },
  "openai/gpt-5": {
    input: "1.25",
    cacheRead: "0.125",
    cacheWrite: "1.25",
    output: "10.00",
    source: "https://openai.com/api/pricing",
    asOf: "2025-08-07",
  },
  "openai/gpt-5-nano": {
    input: "0.05",
    cacheRead: "0.005",
    cacheWrite: "0.05",
    output: "0.40",
    source: "https://developers.openai.com/api/docs/models/gpt-5-nano",
    asOf: "2026-11-22",
  },
  "anthropic/claude-haiku-4-5": {
    input: "1.00",
    cacheRead: "0.10",
    cacheWrite: "1.25",
    output: "5.00",
    source: "https://www.anthropic.com/pricing",
    asOf: "2025-10-15",
  },
  "anthropic/claude-sonnet-4-5": {
    input: "3.00",
    cacheRead: "0.30",
    cacheWrite: "3.75",
    output: "15.00",
    source: "https://www.anthropic.com/pricing",
    asOf: "2025-09-29",
  },
  "openai/omni-moderation-latest": {
    input: "0",
    cacheRead: "0",
    cacheWrite: "0",
    output: "0",
    source: "https://platform.openai.com/docs/guides/moderation",
    asOf: "2025-08-07",
  },
  "transformer/classifier": {
    input: "0",
    cacheRead: "0",
    cacheWrite: "0",
    output: "0",
    source: "runs on a server of your own",
    asOf: "2026-11-21",
  },
  "builtin/builtin": {
    input: "0",
    cacheRead: "0",
    cacheWrite: "0",
    output: "0",
    source: "runs in this process",
    asOf: "2026-11-21",
  },
};
