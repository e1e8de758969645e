import type { ReadingJob } from "./reading-job";

/** A server that is measured. */
export type Target = {
  readonly name: "direct" | "baseline" | "parapet";
  readonly url: string;
  readonly wire: ReadingJob["wire"];
  /** The server and what it has started, but for its database. */
  readonly serverPid: number;
  readonly databasePid: number | null;
  readonly providerPid: number;
  /** What each reader sends: its cookie, its address. */
  readonly readers: ReadingJob["readers"];
  readonly stop: () => Promise<void>;
};

export type TargetName = Target["name"];

export const targetNames = ["direct", "baseline", "parapet"] as const satisfies readonly TargetName[];
