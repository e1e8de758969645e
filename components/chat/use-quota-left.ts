"use client";

import { useEffect, useState } from "react";
import type { QuotaLeft } from "@/lib/protocol/quota-left";

/** What is left of today's quota once it is little; asked for anew after each answer. */
export function useQuotaLeft(isBusy: boolean): QuotaLeft | null {
  const [left, setLeft] = useState<QuotaLeft | null>(null);
  useEffect(() => {
    if (isBusy) return;
    let isCurrent = true;
    void fetchQuotaLeft().then((found) => {
      if (isCurrent) setLeft(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [isBusy]);
  return left;
}

async function fetchQuotaLeft(): Promise<QuotaLeft | null> {
  try {
    const response = await fetch("/api/quota");
    // Our own server's answer to our own page.
    return response.ok ? ((await response.json()) as { left: QuotaLeft | null }).left : null;
  } catch {
    // It is a courtesy: without it, the limit itself will say so.
    return null;
  }
}
