import { findFreePort } from "../postgres/free-port";
import { checkSettings } from "./check-settings";
import { claimDataDir } from "./claim-data-dir";
import { LaunchProblem } from "./launch-problem";
import { openDatabase } from "./open-database";
import { openRun } from "./open-run";
import { printSummary } from "./print-summary";
import { readOrMakeAuthSecret } from "./read-secrets";
import { type RunCommand, readSettings, type Settings } from "./read-settings";
import type { RunFile } from "./run-file";
import { startPreparing } from "./start-preparing";
import { startServer } from "./start-server";
import { stopOnSignals } from "./stop-on-signals";
import { waitForAnswer } from "./wait-for-answer";

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
  } catch (error) {
    await run.fail(error);
  }
}

/** Takes DATA_DIR and checks the settings; the problems of both are told at once. */
async function claimAndCheck(settings: Settings, url: string): Promise<RunFile> {
  let file: RunFile | undefined;
  let problems: readonly string[] = [];
  try {
    file = await claimDataDir({
      ...settings,
      command: settings.command === "dev" ? "npm run dev" : "npm start",
      url,
    });
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    problems = error.problems;
  }
  // When another start of ours holds the folder, it is most likely the one that holds the port.
  const faulty = file ? settings.faulty : new Set([...settings.faulty, "PORT"]);
  const found = [...settings.problems, ...problems, ...(await checkSettings({ ...settings, faulty }))];
  if (file && found.length === 0) return file;
  file?.release();
  throw new LaunchProblem(...found);
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
