import { expect, test } from "vitest";
import { deafToTerm, idle, startProcess } from "../../test/start-process";
import { inspectProcess } from "../setup/process-identity.mjs";
import { type Child, stopChild, stopChildren } from "./stop-child.mjs";

const signals: Child["signals"] = [
  { signal: "SIGTERM", graceMs: 300 },
  { signal: "SIGKILL", graceMs: 5_000 },
];

function describe(name: string, { pid, startedAt }: { pid: number; startedAt: string }): Child {
  return { name, pid, startedAt, group: true, signals };
}

test("asks first and only then kills", async () => {
  const [polite, deaf] = await Promise.all([startProcess(idle), startProcess(deafToTerm)]);
  await Promise.all([stopChild(describe("polite", polite)), stopChild(describe("deaf", deaf))]);
  expect(polite.process.signalCode ?? "SIGTERM").toBe("SIGTERM");
  expect(inspectProcess(polite.pid)).toBeNull();
  expect(inspectProcess(deaf.pid)).toBeNull();
});

test("ends the group of a leader that is already gone", async () => {
  const leader = await startProcess(
    `const { pid } = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(idle)}], { stdio: 'ignore' });
     console.log(pid); ${idle}`,
  );
  const members = groupMembers(leader.pid);
  expect(members.length).toBeGreaterThan(0);
  leader.process.kill("SIGKILL");
  await stopChild(describe("server", leader));
  await expect.poll(() => groupMembers(leader.pid), { timeout: 10_000 }).toEqual([]);
});

test("leaves a stranger alone that has got the process id since", async () => {
  const stranger = await startProcess(idle);
  await stopChild({ ...describe("server", stranger), startedAt: "another time" });
  expect(inspectProcess(stranger.pid)).not.toBeNull();
});

test("stops what was started last first", async () => {
  const [database, server] = await Promise.all([startProcess(deafToTerm), startProcess(deafToTerm)]);
  const ended: string[] = [];
  database.process.once("exit", () => ended.push("database"));
  server.process.once("exit", () => ended.push("server"));
  await stopChildren([describe("database", database), describe("server", server)]);
  await expect.poll(() => ended).toEqual(["server", "database"]);
});

function groupMembers(group: number): number[] {
  const near = Array.from({ length: 200 }, (_, distance) => group + distance);
  return near.filter((pid) => inspectProcess(pid)?.group === group);
}
