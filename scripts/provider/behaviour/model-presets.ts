import type { Settings } from "./control-schema";

type Preset = {
  /** What to call the model, for people. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly does: string;
  readonly settings: (captured: string) => Settings;
};

const always = (settings: Settings) => () => settings;

/** Behaviours that are asked for by the model's name, for clients that can choose a model and nothing else. */
export const modelPresets: readonly Preset[] = [
  {
    name: "fast",
    pattern: /^fast$/,
    does: "answers at once",
    settings: always({ latencyMs: 0, tokensPerSecond: 0 }),
  },
  {
    name: "slow",
    pattern: /^slow$/,
    does: "waits 3 s, then 5 tokens a second",
    settings: always({ latencyMs: 3000, tokensPerSecond: 5 }),
  },
  {
    name: "echo",
    pattern: /^echo$/,
    does: "repeats the question",
    settings: always({ answer: { kind: "echo" } }),
  },
  {
    name: "lorem-N",
    pattern: /^lorem-(\d{1,5})$/,
    does: "filler of exactly N tokens",
    settings: (tokens) => ({ answer: { kind: "lorem", tokens: Number(tokens) } }),
  },
  {
    name: "reasoning",
    pattern: /^reasoning$/,
    does: "thinks aloud before it answers",
    settings: always({ reasoning: "The question is short. A short answer with three points will do." }),
  },
  {
    name: "no-usage",
    pattern: /^no-usage$/,
    does: "reports no usage figures",
    settings: always({ usage: "missing" }),
  },
  {
    name: "error-N",
    pattern: /^error-([45]\d\d)$/,
    does: "refuses with HTTP status N",
    settings: (status) => ({ fault: { kind: "status", status: Number(status) } }),
  },
  {
    name: "rate-limited",
    pattern: /^rate-limited$/,
    does: "429 with Retry-After: 2",
    settings: always({ fault: { kind: "status", status: 429, retryAfterSeconds: 2 } }),
  },
  {
    name: "unstable",
    pattern: /^unstable$/,
    does: "every third call or so is a 503",
    settings: always({ fault: { kind: "status", status: 503, probability: 0.33 } }),
  },
  {
    name: "hang",
    pattern: /^hang$/,
    does: "accepts the call and never answers",
    settings: always({ fault: { kind: "hang" } }),
  },
  {
    name: "stall",
    pattern: /^stall$/,
    does: "falls silent after 5 deltas",
    settings: always({ fault: { kind: "hang", at: 5 } }),
  },
  {
    name: "cut",
    pattern: /^cut$/,
    does: "drops the connection after 5 deltas",
    settings: always({ fault: { kind: "cut" } }),
  },
  {
    name: "malformed",
    pattern: /^malformed$/,
    does: "sends broken JSON as its 6th delta",
    settings: always({ fault: { kind: "malformed" } }),
  },
  {
    name: "error-event",
    pattern: /^error-event$/,
    does: "reports an error in mid-stream",
    settings: always({ fault: { kind: "error-event" } }),
  },
  {
    name: "html",
    pattern: /^html$/,
    does: "answers with an HTML page",
    settings: always({ fault: { kind: "html" } }),
  },
  {
    name: "refuse",
    pattern: /^refuse$/,
    does: "declines to answer",
    settings: always({ fault: { kind: "refusal" } }),
  },
  {
    name: "length",
    pattern: /^length$/,
    does: "stops at the length limit after 20 deltas",
    settings: always({ fault: { kind: "length", afterDeltas: 20 } }),
  },
];

export function findPresetSettings(model: string): Settings | null {
  for (const preset of modelPresets) {
    const match = preset.pattern.exec(model);
    if (match) return preset.settings(match[1] ?? "");
  }
  return null;
}
