"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { type AccountProblem, callAccount } from "./call-account";
import { leaveTo } from "./leave-to";
import { Problem } from "./problem";

type SocialButtonsProps = { providers: readonly ("github" | "google")[]; next: string };

/** Ways in over other providers, and the line that parts them from the form; nothing when there are none. */
export function SocialButtons({ providers, next }: SocialButtonsProps) {
  const [problem, setProblem] = useState<AccountProblem>();
  const words = strings.account.signIn;
  if (providers.length === 0) return null;

  async function goTo(provider: string): Promise<void> {
    const answer = await callAccount("/api/auth/sign-in/social", {
      provider,
      callbackURL: next,
      errorCallbackURL: `/sign-in?${new URLSearchParams({ next })}`,
    });
    if (!answer.ok) return setProblem(answer.problem);
    const { url } = answer.body;
    if (typeof url === "string") await leaveTo(url);
  }

  return (
    <div className="flex flex-col gap-3">
      {providers.map((provider) => (
        <Button key={provider} onClick={() => void goTo(provider)}>
          {words.with[provider]}
        </Button>
      ))}
      <Problem text={problem} />
      <p className="flex items-center gap-3 text-muted-foreground text-sm before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {words.or}
      </p>
    </div>
  );
}
