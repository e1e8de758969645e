"use client";

import { useEffect, useRef, useState } from "react";

/** The text of a composer, kept in the browser until it is cleared, so that a reload or a closed tab loses nothing. */
export function useDraft(name: string) {
  const key = `draft:${name}`;
  const [text, setText] = useState("");

  // After hydration: the server cannot know the draft.
  useEffect(() => {
    const kept = readItem(key);
    if (kept !== null) setText((current) => (current === "" ? kept : current));
  }, [key]);

  const latestText = useRef(text);
  useEffect(() => {
    latestText.current = text;
  }, [text]);

  return {
    text,
    /** What the person types. */
    write(next: string) {
      setText(next);
      writeItem(key, next);
    },
    /** Empties the field, if it holds this text; the kept draft stays until `forget`. */
    take: (taken: string) => setText((current) => (current.trim() === taken ? "" : current)),
    /** What was taken has arrived. A text begun since then is kept. */
    forget: () => writeItem(key, latestText.current),
    /** Puts a text back, unless another has been begun. */
    giveBack: (back: string) => setText((current) => (current === "" ? back : current)),
  };
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is off: drafts then live as long as the page.
    return null;
  }
}

function writeItem(key: string, value: string): void {
  try {
    if (value === "") localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is off or full: the draft in the field is still there.
  }
}
