"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import type { OwnLimits } from "@/lib/protocol/review/people";
import { ActionOutcome } from "./action-outcome";
import { Choice, Field, TextInput } from "./field";
import { formatCount } from "./format-count";
import { type LimitName, limitNames, readLimits, writeLimit } from "./read-limit";
import { useAction } from "./use-action";

const words = strings.admin.users.one.plan;

type PlanFormProps = {
  userId: string;
  plan: string;
  limits: OwnLimits;
  plans: Readonly<Record<string, Readonly<Record<LimitName, string | number | null>>>>;
  save: (input: { userId: string; plan: string; limits: OwnLimits; reason: string }) => Promise<ActionResult>;
};

/** A person's plan, and limits of their own in place of the plan's. */
export function PlanForm({ userId, plan, limits, plans, save }: PlanFormProps) {
  const [chosen, setChosen] = useState(plan);
  const { result, isRunning, run } = useAction();
  const names = Object.keys(plans);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "");
    run(() => save({ userId, plan: chosen, limits: readLimits(read), reason: read("reason") }));
  }
  return (
    <form onSubmit={submit} className="space-y-3 rounded-xl border bg-card p-3.5">
      <Field label={words.plan}>
        <Choice
          name="plan"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          choices={(names.includes(plan) ? names : [plan, ...names]).map((name) => [name, name] as const)}
        />
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-muted-foreground text-xs">{words.limits(words.none)}</legend>
        <div className="grid grid-cols-2 gap-3">
          {limitNames.map((name) => (
            <Field key={name} label={words[name]}>
              <TextInput
                name={name}
                defaultValue={writeLimit(limits[name])}
                placeholder={words.ofPlan(showLimit(plans[chosen]?.[name] ?? null))}
                pattern={name === "usdPerDay" ? `\\d+(\\.\\d{1,9})?|${words.none}` : `\\d+|${words.none}`}
                title={words.hint(words.none)}
                className="text-right tabular-nums"
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <Field label={words.reason}>
        <TextInput name="reason" required minLength={3} maxLength={500} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="solid" size="small" disabled={isRunning}>
          {words.save}
        </Button>
        <ActionOutcome result={result} done={words.saved} />
      </div>
    </form>
  );
}

/** As people read it, where nobody has to write it. */
function showLimit(limit: string | number | null): string {
  return typeof limit === "number" ? formatCount(limit) : writeLimit(limit);
}
