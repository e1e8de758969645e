"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Calls what stands under a key when it is pressed alone, and not while somebody writes. Returns the keys that are
 * listened to, for `aria-keyshortcuts`: none before the page's scripts have come.
 */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): string | undefined {
  const current = useRef(shortcuts);
  const [isListening, setIsListening] = useState(false);
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
    setIsListening(true);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return isListening ? Object.keys(shortcuts).join(" ") : undefined;
}
