"use client";

import { useEffect, useState } from "react";
import { formatRelativeTime } from "./format-relative-time";

/** A time as "3 hours ago", with the exact one on hover. Empty until hydration: the server knows no time zone. */
export function RelativeTime({ iso }: { iso: string }) {
  const [shown, setShown] = useState<{ relative: string; exact: string }>();
  useEffect(() => {
    const time = new Date(iso);
    setShown({
      relative: formatRelativeTime(time.getTime() - Date.now()),
      exact: time.toLocaleString(),
    });
  }, [iso]);
  return (
    <time dateTime={iso} title={shown?.exact}>
      {shown?.relative}
    </time>
  );
}
