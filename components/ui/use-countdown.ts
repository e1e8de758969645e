"use client";

import { useEffect, useLayoutEffect, useState } from "react";

/** Whole seconds left until a point in time (milliseconds since the epoch); 0 when it has passed or is undefined. */
export function useCountdown(untilMs: number | undefined): number {
  // Unknown until the browser shows it: the server's clock would not match at hydration.
  const [nowMs, setNowMs] = useState<number>();
  const leftMs = untilMs === undefined || nowMs === undefined ? 0 : untilMs - nowMs;
  const isRunning = leftMs > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new end counts from the time it was given.
  useLayoutEffect(() => setNowMs(Date.now()), [untilMs]);

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);

  return Math.max(0, Math.ceil(leftMs / 1000));
}
