import { budget } from "./budget";
import type { Summary } from "./summary";
import type { TargetName } from "./target";

export type Level = {
  readonly readers: number;
  readonly results: readonly { readonly target: TargetName; readonly summary: Summary }[];
};

export type Idle = {
  readonly target: TargetName;
  readonly pssMb: number;
  readonly rssMb: number;
  readonly databasePssMb: number;
};

export type Report = {
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly rounds: number;
  readonly idle: readonly Idle[];
  readonly levels: readonly Level[];
  /** A sentence for each figure that has a budget. */
  readonly verdicts: readonly string[];
};

/** Holds the figures against their budgets. */
export function judge(levels: readonly Level[], idle: readonly Idle[]): string[] {
  return [...levels.flatMap(judgeLevel), ...judgeMemory(levels, idle), ...judgeRun(levels)];
}

/** Above this, times belong to whoever else was at work. CPU for each answer still means something. */
const MAX_OTHER_LOAD = 0.1;

function judgeRun(levels: readonly Level[]): string[] {
  const summaries = levels.flatMap(({ results }) => results.map(({ summary }) => summary));
  const failed = summaries.reduce((sum, { problems }) => sum + problems.length, 0);
  const otherLoad = Math.max(...summaries.map((summary) => summary.otherLoad));
  return [
    ...(failed > 0 ? [`${count(failed, "wrong answer")}: do not use these figures`] : []),
    ...(otherLoad > MAX_OTHER_LOAD
      ? [`other programs used up to ${Math.round(otherLoad * 100)} % of the machine: the times say little`]
      : []),
  ];
}

function judgeLevel({ readers, results }: Level): string[] {
  const find = (name: TargetName) => results.find(({ target }) => target === name)?.summary;
  const [direct, baseline, parapet] = [find("direct"), find("baseline"), find("parapet")];
  const lines: string[] = [];
  for (const [name, summary] of [
    ["baseline", baseline],
    ["parapet", parapet],
  ] as const) {
    if (!direct || !summary) continue;
    const limit = name === "parapet" ? (budget.addedFirstTokenP50Ms[readers] ?? null) : null;
    const addedMs = summary.firstTokenP50Ms - direct.firstTokenP50Ms;
    const addedP99Ms = summary.firstTokenP99Ms - direct.firstTokenP99Ms;
    lines.push(
      say(
        `${count(readers, "reader")}, ${name}: first token later by p50`,
        addedMs,
        "ms",
        limit,
        ` (p99 ${addedP99Ms.toFixed(1)} ms)`,
      ),
    );
  }
  if (baseline && parapet) {
    const ratio = parapet.serverCpuMsPerAnswer / baseline.serverCpuMsPerAnswer;
    lines.push(
      say(`${count(readers, "reader")}: CPU of parapet over baseline`, ratio, "times", budget.cpuRatio),
    );
  }
  return lines;
}

function judgeMemory(levels: readonly Level[], idle: readonly Idle[]): string[] {
  const { readers, results } = levels.reduce((most, level) => (level.readers > most.readers ? level : most));
  return idle.flatMap(({ target, pssMb }) => {
    const summary = results.find((result) => result.target === target)?.summary;
    if (!summary) return [];
    const limit = target === "parapet" ? budget.addedMemoryMb : null;
    return say(
      `${count(readers, "reader")}, ${target}: memory above idle`,
      summary.peakPssMb - pssMb,
      "MB",
      limit,
    );
  });
}

function say(what: string, value: number, unit: string, limit: number | null, more = ""): string {
  const verdict = limit === null ? "" : `, budget ${limit} ${unit}: ${value <= limit ? "kept" : "EXCEEDED"}`;
  return `${what} ${value.toFixed(2)} ${unit}${more}${verdict}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
