import { findFreePort } from "../postgres/free-port";
import { claimAndCheck } from "./claim-and-check";
import { LaunchProblem } from "./launch-problem";
import { openDatabase } from "./open-database";
import { openRun } from "./open-run";
import { printSummary } from "./print-summary";
import { readOrMakeAuthSecret } from "./read-secrets";
import { type RunCommand, readSettings, type Settings } from "./read-settings";
import { startPreparing } from "./start-preparing";
import { startServer } from "./start-server";
import { stopOnSignals } from "./stop-on-signals";
import { waitForAnswer } from "./wait-for-answer";
import { warmUp } from "./warm-up";

/** Starts everything that Parapet needs, in order, and stays until it ends. @throws LaunchProblem before that */
export async function serve(command: RunCommand): Promise<void> {
  const settings = readSettings(command);
  const port = settings.env.PORT === 0 ? await findFreePort() : settings.env.PORT;
  const url = `http://localhost:${port}`;
  const run = openRun(await claimAndCheck(settings, url));
  stopOnSignals(run);
  try {
    const databaseUrl = settings.env.DATABASE_URL ?? (await openDatabase(run, settings.dataDir));
    const environment = serverEnvironment(settings, { port, databaseUrl });
    const preparing = startPreparing(run, environment);
    await preparing.migrated;
    const server = startServer(command, environment);
    run.add(server.child);
    const [prepared] = await Promise.all([
      preparing.prepared,
      waitForAnswer(server.process, `${url}/api/ready`),
    ]);
    server.process.once(
      "exit",
      (code, signal) =>
        void run.fail(new LaunchProblem(`The server ended unexpectedly (${signal ?? code}).`)),
    );
    printSummary({ settings, url, ...prepared });
    if (command === "dev") void warmUp(url);
  } catch (error) {
    await run.fail(error);
  }
}

function serverEnvironment(
  { command, source, env, dataDir }: Settings,
  { port, databaseUrl }: { port: number; databaseUrl: string },
) {
  const production = {
    // Containers set HOSTNAME to their own name, and the standalone server would listen there alone.
    HOSTNAME: "0.0.0.0",
    // The server drains running answers itself when it is told to stop.
    NEXT_MANUAL_SIG_HANDLE: "true",
  };
  return {
    ...source,
    ...(command === "start" ? production : {}),
    NODE_ENV: env.NODE_ENV,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: env.AUTH_SECRET ?? readOrMakeAuthSecret(dataDir),
  };
}
