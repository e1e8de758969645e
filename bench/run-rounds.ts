import { cpus } from "node:os";
import { measure, readDatabaseUsage, readServerUsage, type Slice } from "./measure";
import type { Options } from "./read-options";
import { type Idle, judge, type Report } from "./report";
import { summarise } from "./summary";
import type { Target } from "./target";

/** One reader needs more answers to say anything; many readers give many at once. */
const answersPerReader = (readers: number) => (readers === 1 ? 8 : 3);

const WARM_UP_READERS = 32;
const SETTLE_MS = 3_000;
const MB = 2 ** 20;

/** Measures all targets at all numbers of readers, one after the other, and all that again in each round. */
export async function runRounds(targets: readonly Target[], { levels, rounds }: Options): Promise<Report> {
  const idle: Idle[] = [];
  for (const target of targets) idle.push(await warmUp(target));

  const slices = levels.map(() => targets.map((): Slice[] => []));
  for (let round = 0; round < rounds; round++) {
    for (const [level, readers] of levels.entries()) {
      for (const [index, target] of targets.entries()) {
        console.error(`round ${round + 1} of ${rounds}: ${readers} readers, ${target.name}`);
        slices[level]?.[index]?.push(await measure(target, readers, answersPerReader(readers)));
      }
    }
  }

  const cores = cpus().length;
  const results = levels.map((readers, level) => ({
    readers,
    results: targets.map((target, index) => ({
      target: target.name,
      summary: summarise(slices[level]?.[index] ?? [], cores),
    })),
  }));
  return {
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? "unknown", cores, node: process.version },
    rounds,
    idle,
    levels: results,
    verdicts: judge(results, idle),
  };
}

/** Idle is what is left after one answer, when everything that is loaded once has been; then the code gets warm. */
async function warmUp(target: Target): Promise<Idle> {
  console.error(`warming up ${target.name}`);
  const first = await measure(target, 1, 1);
  if (first.problems[0]) throw new Error(`${target.name} does not answer as it should: ${first.problems[0]}`);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const { pssBytes, rssBytes } = readServerUsage(target);
  const database = readDatabaseUsage(target);
  await measure(target, Math.min(WARM_UP_READERS, target.readers.length), 1);
  return {
    target: target.name,
    pssMb: pssBytes / MB,
    rssMb: rssBytes / MB,
    databasePssMb: database.pssBytes / MB,
  };
}
