import { writeLorem } from "@/scripts/provider/answer/lorem";

const TOKENS = 200;
const TOKENS_PER_SECOND = 50;
const FIRST_TOKEN_MS = 300;

/** What everyone is asked, and what the provider answers: 200 tokens, the first after 300 ms, then 50 a second. */
export const workload = {
  model: `lorem-${TOKENS}`,
  control: { latencyMs: FIRST_TOKEN_MS, tokensPerSecond: TOKENS_PER_SECOND },
  question: "How do I add a provider, and what happens when a provider is down?",
  answerMs: FIRST_TOKEN_MS + ((TOKENS - 1) * 1000) / TOKENS_PER_SECOND,
  answerLength: writeLorem(TOKENS).length,
} as const;
