"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { callAccount } from "../call-account";
import { Field } from "../field";
import { leaveTo } from "../leave-to";
import { Problem } from "../problem";
import { textOf, useSubmit } from "../use-submit";

/** Asks once, with the word typed. */
export function DeleteAccount({ isGuest }: { isGuest: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const words = strings.account.settings.deletion;
  const { problem, isPending, onSubmit } = useSubmit(async (typed) => {
    const answer = await callAccount("/api/account/delete", { word: textOf(typed, "word") });
    if (!answer.ok) return answer.problem;
    // The session is gone; this takes its cookie from the browser, too.
    await callAccount("/api/auth/sign-out");
    return leaveTo(isGuest ? "/" : "/sign-in?done=deleted");
  });
  return (
    <>
      <p className="text-muted-foreground">{words.text}</p>
      {isOpen ? (
        <form
          method="post"
          aria-label={isGuest ? words.guestTitle : words.title}
          onSubmit={onSubmit}
          className="flex flex-col gap-4"
        >
          <Field
            name="word"
            label={words.label(words.word)}
            required
            autoComplete="off"
            autoCapitalize="none"
            autoFocus
          />
          <Problem text={problem} />
          <div className="flex flex-wrap gap-3">
            <Button
              type="submit"
              aria-disabled={isPending}
              className="border-destructive text-destructive hover:bg-destructive/10"
            >
              {words.confirm}
            </Button>
            <Button look="ghost" onClick={() => setOpen(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <Button className="self-start text-destructive" onClick={() => setOpen(true)}>
          {isGuest ? words.guestOpen : words.open}
        </Button>
      )}
    </>
  );
}
