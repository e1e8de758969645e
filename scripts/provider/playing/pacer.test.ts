import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Job, Pacer } from "./pacer";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("Pacer", () => {
  const repeat = (pacer: Pacer, firstMs: number, intervalMs: number, times: number) => {
    const ranAtMs: number[] = [];
    const startMs = performance.now();
    const job: Job = {
      dueMs: startMs + firstMs,
      run: (nowMs) => {
        ranAtMs.push(nowMs - startMs);
        job.dueMs += intervalMs;
        if (ranAtMs.length === times) pacer.delete(job);
      },
    };
    pacer.add(job);
    return ranAtMs;
  };

  it("runs every job when it is due, with one timer for all", () => {
    const pacer = new Pacer();
    const slow = repeat(pacer, 300, 20, 3);
    const fast = repeat(pacer, 10, 5, 4);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(slow).toEqual([300, 320, 340]);
    expect(fast).toEqual([10, 15, 20, 25]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("starts again after it has been idle", () => {
    const pacer = new Pacer();
    repeat(pacer, 1, 1, 1);
    vi.advanceTimersByTime(100);
    const later = repeat(pacer, 7, 1, 1);
    vi.advanceTimersByTime(100);
    expect(later).toEqual([7]);
  });

  it("runs nothing after it was stopped, or the job taken off", () => {
    const pacer = new Pacer();
    const ran = repeat(pacer, 10, 1, 5);
    pacer.stop();
    vi.advanceTimersByTime(100);
    expect(ran).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
