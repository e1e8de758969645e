import type { Settings } from "./read-settings";
import { claimRunFile, type RunFile } from "./run-file";

type Claim = Pick<Settings, "dataDir" | "env"> & { readonly command: string; readonly url?: string };

/**
 * Takes DATA_DIR. An embedded database belongs to one start; with a database elsewhere the folder holds only secrets,
 * and several servers with ports of their own may share it.
 */
export async function claimDataDir({ dataDir, env, command, url }: Claim): Promise<RunFile> {
  const name = env.DATABASE_URL === undefined ? "run.json" : `run-${env.PORT}.json`;
  return claimRunFile({ dataDir, name, command, ...(url === undefined ? {} : { url }) });
}
