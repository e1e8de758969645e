import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { idle, startProcess } from "../../test/start-process";
import { inspectProcess } from "../setup/process-identity.mjs";
import { projectRoot } from "../setup/project.mjs";
import type { Child } from "./stop-child.mjs";

test("what the launcher leaves behind is stopped when its end of the pipe closes, by whatever end", async () => {
  const orphan = await startProcess(idle);
  const signals: Child["signals"] = [{ signal: "SIGTERM", graceMs: 5_000 }];
  const child: Child = { name: "server", pid: orphan.pid, startedAt: orphan.startedAt, group: true, signals };
  const guardian = join(projectRoot, "scripts/launch/guardian-process.mjs");
  // A launcher that tells its guardian of one child and is then killed, so that it can do nothing more itself.
  const launcher = spawn(
    process.execPath,
    [
      "-e",
      `const guardian = require('child_process').spawn(process.execPath, [${JSON.stringify(guardian)}], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
       guardian.stdin.write(${JSON.stringify(`${JSON.stringify([child])}\n`)}, () => process.kill(process.pid, 'SIGKILL'));
       setInterval(() => {}, 1000);`,
    ],
    { stdio: "ignore" },
  );
  await expect.poll(() => launcher.signalCode).toBe("SIGKILL");
  await expect.poll(() => inspectProcess(orphan.pid), { timeout: 10_000 }).toBeNull();
});
