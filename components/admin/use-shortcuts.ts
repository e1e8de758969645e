"use client";

import { useEffect, useRef } from "react";

/** Calls what stands under a key when it is pressed alone, and not while somebody writes. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>) {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isWriting = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (isWriting || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const run = current.current[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
