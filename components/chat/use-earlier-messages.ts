"use client";

import { startTransition, useEffect, useState } from "react";

/** Messages that fill any screen. */
const FIRST_SHOWN = 16;
const STEP = 6;
const PATIENCE_MS = 300;

/**
 * How many of the first messages are left out for now: a long chat begins with its end, and what is above it comes
 * piece by piece while the browser has nothing else to do, until all is there to be searched and read.
 */
export function useEarlierMessages(count: number): number {
  const [hidden, setHidden] = useState(() => Math.max(0, count - FIRST_SHOWN));
  useEffect(() => {
    if (hidden === 0) return;
    return whenIdle(() => startTransition(() => setHidden((current) => Math.max(0, current - STEP))));
  }, [hidden]);
  return Math.min(hidden, Math.max(0, count - FIRST_SHOWN));
}

function whenIdle(work: () => void): () => void {
  // Not in every browser yet.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, PATIENCE_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
