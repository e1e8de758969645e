"use client";

import { useEffect, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { ExpectedWait } from "@/lib/protocol/expected-wait";
import { describeWait } from "./describe-wait";

type WaitingProps = {
  /** Absent until the server has begun the answer. */
  expected?: ExpectedWait | undefined;
  /** The model has begun, though not with the answer. */
  isThinking?: boolean;
};

/** The first sign that a question is being answered, until there is text; after a while with what to expect. */
export function Waiting({ expected, isThinking = false }: WaitingProps) {
  const sentence = describeWait(useElapsedSeconds(), expected, isThinking);
  return (
    <div className="flex min-h-[1.65em] items-center gap-3">
      <span className="sr-only">{strings.transcript.waiting}</span>
      <span className="flex items-center gap-1.5" aria-hidden>
        {["", "[animation-delay:160ms]", "[animation-delay:320ms]"].map((delay) => (
          <span key={delay} className={`size-1.5 animate-waiting rounded-full bg-primary ${delay}`} />
        ))}
      </span>
      {sentence !== undefined && (
        <span className="text-muted-foreground text-sm motion-safe:animate-appear">{sentence}</span>
      )}
    </div>
  );
}

function useElapsedSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const startMs = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - startMs) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
