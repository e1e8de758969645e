"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's script has taken over: what is done before that is lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
