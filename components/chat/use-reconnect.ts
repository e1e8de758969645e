"use client";

import { useEffect } from "react";

const delaysMs = [500, 1000, 2000, 4000, 8000, 15_000];

/** True once useReconnect has given up by itself. */
export function isReconnectOver(attempt: number): boolean {
  return attempt >= delaysMs.length;
}

/** Takes up a broken stream again, waiting longer each time. `attempt` counts from 0; undefined: nothing is broken. */
export function useReconnect(attempt: number | undefined, resume: () => Promise<void>): void {
  useEffect(() => {
    const delayMs = attempt === undefined ? undefined : delaysMs[attempt];
    if (delayMs === undefined) return;
    const timer = setTimeout(() => void resume(), delayMs);
    return () => clearTimeout(timer);
  }, [attempt, resume]);
}
