import { cpus, loadavg } from "node:os";
import { getPool } from "@/lib/db/pool";
import { periodNames } from "@/lib/protocol/review/overview";
import { turnFilterSchema } from "@/lib/protocol/review/turn-list";
import { listFlags } from "@/lib/review/list-flags";
import { listPeople } from "@/lib/review/list-people";
import { listModels, listTurns } from "@/lib/review/list-turns";
import { loadOverview } from "@/lib/review/load-overview";
import { loadPerson } from "@/lib/review/load-person";
import { loadTurn } from "@/lib/review/load-turn";
import { reportProblem } from "../launch/report-problem";
import { withMigratedDatabase } from "../migrate/with-migrated-database";

const TENANT = "default";
const RUNS = 9;

/** Filters of the list of turns, each as an address has it; common and rare words are those of load-text.ts. */
const turnFilters = [
  "",
  "period=30d",
  "status=FAILED",
  "notice=output_blocked",
  "notice=answered_from_cache",
  "model=anthropic/claude-haiku-4-5",
  "model=nobody/nothing",
  "minCost=1000",
  "minSeconds=99999",
  "user=load-1900",
  "q=model",
  "q=model+budget&status=FAILED",
  "q=bacedi",
  "q=nowhere",
];

type Page = readonly [name: string, read: () => Promise<unknown>];

/** Prints the time of what each admin page reads, first and median of some runs, on the database as it is. */
async function measure(): Promise<void> {
  const { rows } = await getPool().query<{ id: string; user: string; turns: string }>(
    `SELECT id, user_id AS user, (SELECT count(*) FROM turns) AS turns FROM turns ORDER BY id DESC LIMIT 1`,
  );
  const newest = rows[0];
  if (newest === undefined) throw new Error("There are no turns: fill the database with npm run seed:load.");
  const pages: readonly Page[] = [
    ...periodNames.map((period): Page => [`overview ${period}`, () => loadOverview(TENANT, period)]),
    ...turnFilters.map((query): Page => [`turns ${query}`, () => readTurns(query)]),
    ["one turn", () => loadTurn(newest.id, TENANT)],
    ["flagged", () => listFlags(TENANT, { state: "open" })],
    ["flagged, decided", () => listFlags(TENANT, { state: "decided" })],
    ["users", () => listPeople(TENANT, {})],
    ["users q=load-19", () => listPeople(TENANT, { q: "load-19" })],
    ["one user", () => loadPerson(newest.user, TENANT)],
  ];
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`${newest.turns} turns; ${cpus().length} cores, load average ${load}; milliseconds`);
  for (const [name, read] of pages) await measurePage(name, read);
}

async function readTurns(query: string): Promise<unknown> {
  const filter = turnFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));
  return Promise.all([listTurns(TENANT, filter), listModels(TENANT)]);
}

async function measurePage(name: string, read: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const startMs = performance.now();
    await read();
    times.push(performance.now() - startMs);
  }
  const [first = 0] = times;
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  console.log(
    `${name.padEnd(40)} first ${first.toFixed(0).padStart(4)}   median ${median.toFixed(0).padStart(4)}`,
  );
}

withMigratedDatabase(measure).then(
  () => process.exit(0),
  (error: unknown) => {
    reportProblem(error);
    process.exit(1);
  },
);
