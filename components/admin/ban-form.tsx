"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { ActionOutcome } from "./action-outcome";
import { Field, TextInput } from "./field";
import { useAction } from "./use-action";

const words = strings.admin.users.one.ban;

type BanFormProps = {
  person: {
    readonly id: string;
    readonly isBanned: boolean;
    readonly banReason: string | null;
    readonly banExpires: Date | null;
  };
  isSelf: boolean;
  /** The server's, so that both sides agree which days are to come. */
  today: Date;
  ban: (input: { userId: string; reason: string; until: string | null }) => Promise<ActionResult>;
  liftBan: (input: { userId: string }) => Promise<ActionResult>;
};

const DAY_MS = 86_400_000;

/** Keeps a person out, or lets them back in. */
export function BanForm({ person, isSelf, today, ban, liftBan }: BanFormProps) {
  const { result, isRunning, run } = useAction();
  const userId = person.id;
  if (isSelf) return <p className="text-muted-foreground text-sm">{words.self}</p>;
  if (person.isBanned) {
    return (
      <div className="space-y-3 rounded-xl border bg-card p-3.5 text-sm">
        <p>
          {person.banReason}
          <span className="block text-muted-foreground">
            {person.banExpires === null ? (
              words.forGood
            ) : (
              <>
                {words.until} <RelativeTime iso={person.banExpires.toISOString()} />
              </>
            )}
          </span>
        </p>
        <Button size="small" disabled={isRunning} onClick={() => run(() => liftBan({ userId }))}>
          {words.lift}
        </Button>
        <ActionOutcome result={result} done={words.done} />
      </div>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const until = String(form.get("until") ?? "");
    const reason = String(form.get("reason") ?? "");
    run(() => ban({ userId, reason, until: until === "" ? null : until }));
  }
  const tomorrow = new Date(today.getTime() + DAY_MS).toISOString().slice(0, 10);
  return (
    <form onSubmit={submit} className="space-y-3 rounded-xl border bg-card p-3.5">
      <div className="grid gap-3 sm:grid-cols-[1fr_auto]">
        <Field label={words.reason}>
          <TextInput name="reason" required minLength={3} maxLength={500} />
        </Field>
        <Field label={words.lastDay}>
          <TextInput type="date" name="until" min={tomorrow} />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="small" disabled={isRunning}>
          {words.submit}
        </Button>
        <ActionOutcome result={result} done={words.lifted} />
      </div>
    </form>
  );
}
