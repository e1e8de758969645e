"use client";

import { useEffect, useState } from "react";

const steps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A time as "3 hours ago", with the exact one on hover. Empty until hydration: the server knows no time zone. */
export function RelativeTime({ iso }: { iso: string }) {
  const [shown, setShown] = useState<{ relative: string; exact: string }>();
  useEffect(() => {
    const time = new Date(iso);
    setShown({ relative: relativeTime(time), exact: time.toLocaleString() });
  }, [iso]);
  return (
    <time dateTime={iso} title={shown?.exact}>
      {shown?.relative}
    </time>
  );
}

function relativeTime(time: Date): string {
  const passedSeconds = (Date.now() - time.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const step = steps.find((candidate) => passedSeconds >= candidate.seconds);
  return step === undefined
    ? format.format(0, "second")
    : format.format(-Math.floor(passedSeconds / step.seconds), step.unit);
}
