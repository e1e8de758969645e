import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readLivingHolder, readRecord, releaseFileLock, takeFileLock } from "../setup/file-lock.mjs";
import { identifyProcess } from "../setup/process-identity.mjs";
import { writeFileAtomically } from "../setup/project.mjs";
import { LaunchProblem } from "./launch-problem";
import { type Child, stopChildren } from "./stop-child.mjs";

/** Who holds a data folder. Later starts read it: to leave a living holder alone, to end what a dead one left behind. */
export type RunRecord = {
  readonly pid: number;
  readonly startedAt: string;
  /** As it was typed, e.g. `npm run dev`. */
  readonly command: string;
  readonly url?: string;
  readonly children: readonly Child[];
};

export type RunFile = { readonly write: (children: readonly Child[]) => void; readonly release: () => void };

type Claim = {
  readonly dataDir: string;
  readonly name: string;
  readonly command: string;
  readonly url?: string;
};

/**
 * Takes the data folder for this process and ends what dead holders left running in it.
 * @throws LaunchProblem when its holder lives.
 */
export async function claimRunFile({ dataDir, name, command, url }: Claim): Promise<RunFile> {
  const path = join(dataDir, name);
  const details = { command, url };
  const orphans = readDeadRuns(dataDir).flatMap((run) => run.children);
  // The orphans go into the new record at once: should this process die too, they are still known.
  const holder = takeFileLock(path, { ...details, children: orphans }) as Partial<RunRecord> | null;
  if (holder) throw new LaunchProblem(describeHolder(dataDir, holder));
  await stopChildren(orphans);
  return {
    write: (children) =>
      writeFileAtomically(
        path,
        JSON.stringify({ ...identifyProcess(process.pid), ...details, children }, null, 2),
        0o600,
      ),
    release: () => releaseFileLock(path),
  };
}

/** The run that holds the file now, null when none does. */
export function readLivingRun(dataDir: string, name: string): RunRecord | null {
  return readLivingHolder(join(dataDir, name)) as RunRecord | null;
}

function readDeadRuns(dataDir: string): RunRecord[] {
  const names = readdirSync(dataDir).filter((name) => /^run(-\d+)?\.json$/.test(name));
  return names.flatMap((name) => {
    const path = join(dataDir, name);
    const record = readLivingHolder(path) ? null : (readRecord(path) as RunRecord | null);
    return record?.children ? [record] : [];
  });
}

function describeHolder(dataDir: string, { command, pid, url }: Partial<RunRecord>): string {
  const where = url ? ` at ${url}` : "";
  return `Parapet already runs on ${dataDir} (${command ?? "npm"}, process ${pid ?? "just starting"}${where}): stop that one first, or give this one a folder and a port of its own with DATA_DIR and PORT.`;
}
