import { inputGuardPolicies } from "@/lib/config/guardrails-input";
import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";
import { judgeWith } from "@/lib/guards/input/guard-input";
import { judgeInjection } from "@/lib/guards/input/injection";
import { limits } from "@/lib/guards/input/limits/limits";
import type { LabelledRow } from "../read-rows";

export type JudgedRow = { readonly row: LabelledRow; readonly caught: boolean };

/** Whether the guards, with these weights, would do anything about a text of a user: the one global threshold. */
export function catches(model: LinearModel, text: string): boolean {
  const injection = {
    name: "injection",
    judge: (judged: string) => judgeInjection(model, judged, { surface: "user" }),
  };
  const entries = [
    { guard: limits, policy: inputGuardPolicies.limits },
    { guard: injection, policy: inputGuardPolicies.injection },
  ];
  return judgeWith(entries, text, { surface: "user" }).action !== "allow";
}

export function judgeRows(model: LinearModel, rows: readonly LabelledRow[]): JudgedRow[] {
  return rows.map((row) => ({ row, caught: catches(model, row.text) }));
}

export type Share = { readonly group: string; readonly rows: number; readonly caught: number };

/** How many of each group are caught: recall where they are attacks, false positives where they are not. */
export function countBy(judged: readonly JudgedRow[], groupOf: (row: LabelledRow) => string): Share[] {
  const groups = new Map<string, { rows: number; caught: number }>();
  for (const { row, caught } of judged) {
    const group = groups.get(groupOf(row)) ?? { rows: 0, caught: 0 };
    group.rows++;
    if (caught) group.caught++;
    groups.set(groupOf(row), group);
  }
  return [...groups]
    .map(([group, counts]) => ({ group, ...counts }))
    .sort((a, b) => a.group.localeCompare(b.group));
}
