"use client";

import { useEffect } from "react";

/** Asks for a session to be renewed, so that it does not end on somebody who comes back every day. */
export function useSessionRenewal(isDue: boolean): void {
  useEffect(() => {
    if (!isDue) return;
    // A page can't set the cookie while it is being rendered. What fails now is tried with the next page.
    fetch("/api/auth/get-session").catch(() => undefined);
  }, [isDue]);
}
