"use client";

import { useState, useTransition } from "react";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import type { FlagLine } from "@/lib/protocol/review/flag-list";

export type Decision = "RIGHT" | "WRONG";

export type DecideAction = (input: {
  flagId: string;
  decision: Decision | null;
  note: string;
}) => Promise<ActionResult>;

type Last = { readonly flagId: string; readonly decision: Decision };

/**
 * The queue as a reviewer works it off: what is decided leaves it at once, comes back when the server did not take it,
 * and the last decision can be taken back.
 */
export function useFlagQueue(flags: readonly FlagLine[], decide: DecideAction) {
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [selectedId, setSelectedId] = useState(flags[0]?.id);
  const [last, setLast] = useState<Last>();
  const [problem, setProblem] = useState<string>();
  const [isSaving, startSaving] = useTransition();

  const open = flags.filter(({ id }) => !decided.has(id));
  const selected = open.find(({ id }) => id === selectedId) ?? open[0];

  function move(step: 1 | -1) {
    const index = open.findIndex(({ id }) => id === selected?.id);
    const next = open[Math.min(Math.max(index + step, 0), open.length - 1)];
    if (next !== undefined) setSelectedId(next.id);
  }

  function settle(flagId: string, decision: Decision) {
    const index = open.findIndex(({ id }) => id === flagId);
    setSelectedId((open[index + 1] ?? open[index - 1])?.id);
    setDecided((before) => new Set(before).add(flagId));
    setLast({ flagId, decision });
    setProblem(undefined);
    startSaving(async () => {
      const result = await attempt(decide, { flagId, decision, note: notes[flagId] ?? "" });
      if (!result.ok) bringBack(flagId, result.message);
    });
  }

  function undo() {
    if (last === undefined) return;
    setLast(undefined);
    startSaving(async () => {
      const result = await attempt(decide, { flagId: last.flagId, decision: null, note: "" });
      if (result.ok) bringBack(last.flagId, undefined);
      else setProblem(result.message);
    });
  }

  function bringBack(flagId: string, message: string | undefined) {
    setDecided((before) => new Set([...before].filter((id) => id !== flagId)));
    setSelectedId(flagId);
    setLast(undefined);
    setProblem(message);
  }

  return {
    ...{ open, selected, last, problem, isSaving, notes },
    ...{ move, settle, undo, select: setSelectedId },
    writeNote: (flagId: string, note: string) => setNotes((before) => ({ ...before, [flagId]: note })),
  };
}

/** A connection that is gone is an answer like any other: the flag must not be lost from the queue. */
async function attempt(decide: DecideAction, input: Parameters<DecideAction>[0]): Promise<ActionResult> {
  try {
    return await decide(input);
  } catch {
    return { ok: false, message: strings.admin.flagged.notSaved };
  }
}
