"use client";

import { useState, useTransition } from "react";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";

/** Runs an action of the server, and keeps what came of it for the person who asked. */
export function useAction() {
  const [result, setResult] = useState<ActionResult>();
  const [isRunning, startRunning] = useTransition();
  function run(action: () => Promise<ActionResult>) {
    startRunning(async () => {
      try {
        setResult(await action());
      } catch {
        setResult({ ok: false, message: strings.admin.problems.server });
      }
    });
  }
  return { result, isRunning, run };
}
