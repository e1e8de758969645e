"use client";

import { useEffect, useState } from "react";
import type { ModelChoice } from "@/lib/protocol/model-choice";

const KEY = "model";

/** The model that a person chose, kept in the browser; undefined when none is, or it is no longer on offer. */
export function useChosenModel(choices: readonly ModelChoice[]) {
  const [chosen, setChosen] = useState<string>();

  // After hydration: the server cannot know it.
  useEffect(() => {
    const kept = readKept();
    if (kept !== null) setChosen(kept);
  }, []);

  function choose(id: string | undefined): void {
    setChosen(id);
    try {
      if (id === undefined) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, id);
    } catch {
      // Storage is off: the choice then lives as long as the page.
    }
  }

  return { chosen: choices.some(({ id }) => id === chosen) ? chosen : undefined, choose };
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
