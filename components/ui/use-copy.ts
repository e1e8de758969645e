"use client";

import { useEffect, useState } from "react";

const SHOWN_MS = 2000;

/** Copies text and says for two seconds how it went. */
export function useCopy() {
  const [outcome, setOutcome] = useState<"done" | "failed">();

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("done");
    } catch {
      // Not allowed, or no clipboard on a page served over plain http.
      setOutcome("failed");
    }
  }

  return { outcome, copy };
}
