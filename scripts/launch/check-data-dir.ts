import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "./launch-problem";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  ENOENT: "no folder can be made there",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "there is a file of that name",
};

/** Makes the folder and tries to write into it. */
export function checkDataDir(dataDir: string): string[] {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, "");
    rmSync(probe);
    return [];
  } catch (error) {
    const code = errorCode(error);
    return [
      `DATA_DIR ${dataDir} cannot be written, because ${reasons[code] ?? code}: set DATA_DIR to a folder that can.`,
    ];
  }
}

/** Not mkdir's `recursive`, which never returns from a place such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
