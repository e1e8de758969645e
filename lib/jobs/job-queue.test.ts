import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getPool, inTransaction } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type JobKind, sendJob, startJobs, stopJobs } from "./job-queue";

vi.stubEnv("LOG_LEVEL", "silent");
useTestDatabase();

const run = vi.fn<(id: string) => Promise<void>>();
const giveUp = vi.fn<(id: string) => Promise<void>>();
const kind: JobKind = {
  name: "test-job",
  concurrency: 2,
  retries: 1,
  heartbeatSeconds: 10,
  maxSeconds: 30,
  run,
  giveUp,
};

beforeAll(() => startJobs([kind], 5));
afterAll(() => stopJobs(1_000));

/** Before anybody looks without having been told. */
const soon = { timeout: 4_000 };

const callsFor = (id: string) => run.mock.calls.filter(([given]) => given === id).length;

it("does a job soon after it was sent, and only when what it belongs to was committed", async () => {
  await sendJob(kind.name, "kept", "ada", getPool());
  const undone = inTransaction(async (client) => {
    await sendJob(kind.name, "undone", "ada", client);
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await vi.waitFor(() => expect(callsFor("kept")).toBe(1), soon);
  // Sent later by the same person, so it would come after the one that was undone.
  await sendJob(kind.name, "later", "ada", getPool());
  await vi.waitFor(() => expect(callsFor("later")).toBe(1), soon);
  expect(callsFor("undone")).toBe(0);
});

it("tries a job that fails again, and gives it up when all tries failed", async () => {
  run.mockImplementation(async (id) => {
    if (id === "faulty") throw new Error("on purpose");
  });
  await sendJob(kind.name, "faulty", "ada", getPool());
  await vi.waitFor(() => expect(giveUp).toHaveBeenCalledWith("faulty"), { timeout: 20_000 });
  expect(callsFor("faulty")).toBe(1 + kind.retries);
});

it("does what waits one job after the other, without a pause", async () => {
  const done: string[] = [];
  run.mockImplementation(async (id) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    done.push(id);
  });
  const ids = Array.from({ length: 8 }, (_, index) => `many-${index}`);
  for (const id of ids) await sendJob(kind.name, id, "ada", getPool());
  await vi.waitFor(() => expect(done.toSorted()).toEqual(ids), soon);
});

it("does one job of a person at a time, so that others need not wait", async () => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  run.mockImplementation((id) => (id.startsWith("slow") ? released : Promise.resolve()));
  await sendJob(kind.name, "slow-1", "ada", getPool());
  await sendJob(kind.name, "slow-2", "ada", getPool());
  await vi.waitFor(() => expect(callsFor("slow-1") + callsFor("slow-2")).toBe(1), soon);
  await sendJob(kind.name, "quick", "bob", getPool());
  await vi.waitFor(() => expect(callsFor("quick")).toBe(1), { timeout: 10_000 });
  expect(callsFor("slow-1") + callsFor("slow-2")).toBe(1);
  release();
  await vi.waitFor(() => expect(callsFor("slow-2")).toBe(1), { timeout: 10_000 });
}, 30_000);
