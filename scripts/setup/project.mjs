import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = resolve(fileURLToPath(new URL("../..", import.meta.url)));

export const nodeModules = join(projectRoot, "node_modules");

/** The Node that the project brings along; the machine's own only has to start npm. */
export const projectNode = join(
  nodeModules,
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Hash of the files' contents; a missing file has a hash of its own. */
export function hashFiles(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(existsSync(path) ? readFileSync(path) : "missing").update("\0");
  return hash.digest("hex");
}

/** Replaces a file in one step: a reader or a crash sees the old content or the new, never half of it. */
export function writeFileAtomically(path, content, mode = 0o644) {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, path);
}
