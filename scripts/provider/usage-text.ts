import { modelPresets } from "./behaviour/model-presets";

/** How to use a running simulator, for its first line, its front page and --help. */
export function usageText(url: string): string {
  const models = modelPresets.map((preset) => `  ${preset.name.padEnd(14)}${preset.does}`).join("\n");
  return `A provider that does what it is told, for tests, load and demos.

Use it as
  OpenAI        OPENAI_BASE_URL=${url}/openai/v1 OPENAI_API_KEY=any
  Anthropic     ANTHROPIC_BASE_URL=${url}/anthropic/v1 ANTHROPIC_API_KEY=any
  compatible    COMPATIBLE_BASE_URL=${url}/compatible/v1 COMPATIBLE_MODEL=llama COMPATIBLE_PRICE=0/0
  classifier    TRANSFORMER_JUDGE_URL=${url}

Models that misbehave by name
${models}

Anything else by POST ${url}/control, for example
  {"target":"openai","fault":{"kind":"status","status":429,"retryAfterSeconds":5,"times":2}}
  {"latencyMs":0,"tokensPerSecond":0,"answer":"Always this."}
  {"reset":true}

What was asked: GET ${url}/stats, GET ${url}/requests?last=5, DELETE ${url}/stats
All settings: knowledge/provider-simulator.md
`;
}
