import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { readUsage } from "./process-usage";

/** Uses that much CPU time, however long it takes. Asking for it is most of what it uses, and is the system's time. */
const busy = (cpuMs: number) => `{
  const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };
  for (const from = spent(); spent() - from < ${cpuMs}e3; );
}`;

describe.runIf(process.platform === "linux")("readUsage", () => {
  it("counts a process, its children, and those that have ended", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(busy(300))}]);
      child.on("exit", () => { ${busy(300)} console.log("done"); });
      setTimeout(() => {}, 60000);`;
    const parent = spawn(process.execPath, ["-e", script]);
    await once(parent.stdout, "data");
    const { cpuMs, pssBytes, rssBytes } = readUsage(parent.pid ?? 0);
    const others = readUsage(parent.pid ?? 0, (name) => !name.startsWith("node") && name !== "MainThread");
    parent.kill("SIGKILL");
    expect(cpuMs).toBeGreaterThanOrEqual(560);
    expect(cpuMs).toBeLessThan(5000);
    expect(rssBytes).toBeGreaterThanOrEqual(pssBytes);
    expect(pssBytes).toBeGreaterThan(5 * 2 ** 20);
    expect(others).toEqual({ cpuMs: 0, pssBytes: 0, rssBytes: 0 });
  });

  it("is nothing for a process that is gone", () => {
    expect(readUsage(2 ** 22 + 1)).toEqual({ cpuMs: 0, pssBytes: 0, rssBytes: 0 });
  });
});
