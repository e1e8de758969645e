import "server-only";

/** What the simulated provider is told to do, so that people can see what then happens. Shown in development only. */
export type SimulatorScene = {
  readonly id: string;
  readonly label: string;
  /** What to expect in the chat. */
  readonly expect: string;
  /** Body of the simulator's POST /control, on top of a reset. */
  readonly control: Readonly<Record<string, unknown>>;
};

export const simulatorScenes: readonly SimulatorScene[] = [
  {
    id: "well",
    label: "Works well",
    expect: "An answer after 300 ms, with no notice.",
    control: {},
  },
  {
    id: "slow",
    label: "Slow",
    expect: "Six seconds of waiting, then few words at a time: long enough to press Stop.",
    control: { latencyMs: 6_000, tokensPerSecond: 4 },
  },
  {
    id: "overloaded",
    label: "Overloaded (503)",
    expect: "The next model of the chain answers, and a notice says so.",
    control: { fault: { kind: "status", status: 503 } },
  },
  {
    id: "rate-limited",
    label: "Rate limited (429)",
    expect: "The next model of the chain answers, and a notice says so.",
    control: { fault: { kind: "status", status: 429, retryAfterSeconds: 5 } },
  },
  {
    id: "silent",
    label: "Says nothing",
    expect: "After the time limit for a first word, the next model answers.",
    control: { fault: { kind: "hang" } },
  },
  {
    id: "cut",
    label: "Cut in mid-answer",
    expect: "A few words, then a notice that the answer was interrupted.",
    control: { fault: { kind: "cut", afterDeltas: 12 } },
  },
  {
    id: "stall",
    label: "Falls silent in mid-answer",
    expect: "A few words, then, after the time limit for silence, the interruption.",
    control: { fault: { kind: "hang", at: 12 } },
  },
  {
    id: "malformed",
    label: "Sends nonsense",
    expect: "A few words, then the interruption.",
    control: { fault: { kind: "malformed", afterDeltas: 12 } },
  },
  {
    id: "refusal",
    label: "Declines",
    expect: "The model declines, the next one of the chain answers, and a notice says so.",
    control: { fault: { kind: "refusal" } },
  },
  {
    id: "length",
    label: "Stops at its length limit",
    expect: "A short answer, and a notice that it was cut.",
    control: { fault: { kind: "length", afterDeltas: 20 } },
  },
  {
    id: "leak",
    label: "Writes a secret",
    expect: "The answer, with the invented key withheld and a notice that says so.",
    control: {
      answer: "Put `DB_PASSWORD=Tr4verse-Quartz-91!` into the file, then go on.",
    },
  },
  {
    id: "link",
    label: "Links to a stranger",
    expect: "The answer, with the link that could carry data away taken out.",
    control: { answer: "See [the details](https://collect.example/?q=everything+you+just+asked+me+about)." },
  },
];
