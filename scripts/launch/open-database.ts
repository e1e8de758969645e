import { openEmbeddedDatabase } from "../postgres/open-embedded-database";
import { LaunchProblem } from "./launch-problem";
import type { Run } from "./open-run";

/** A database that ends sooner than this after its start would only end again. */
const WORTH_RESTARTING_MS = 10_000;

/** Starts the embedded database under the run and starts it again when it is killed. Resolves to its URL. */
export async function openDatabase(run: Run, dataDir: string): Promise<string> {
  const say = (sentence: string) => console.error(sentence);
  const startedAt = Date.now();
  const { url, postgres } = await openEmbeddedDatabase({
    dataDir,
    say,
    onStart: ({ child }) => run.add(child),
  });
  postgres.process.once("exit", (code, signal) => {
    if (run.isStopping()) return;
    void restart(run, {
      dataDir,
      url,
      startedAt,
      reason: `PostgreSQL ended unexpectedly (${signal ?? code})`,
    });
  });
  return url;
}

type End = {
  readonly dataDir: string;
  readonly url: string;
  readonly startedAt: number;
  readonly reason: string;
};

async function restart(run: Run, { dataDir, url, startedAt, reason }: End): Promise<void> {
  try {
    if (Date.now() - startedAt < WORTH_RESTARTING_MS)
      throw new LaunchProblem(`${reason}; see postgres.log in ${dataDir}.`);
    console.error(`${reason}; starting it again …`);
    // The server knows the database by its port only.
    if ((await openDatabase(run, dataDir)) !== url)
      throw new LaunchProblem(`${reason}, and its port was taken meanwhile.`);
  } catch (error) {
    await run.fail(error);
  }
}
