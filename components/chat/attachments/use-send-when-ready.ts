"use client";

import { useEffect, useRef, useState } from "react";
import type { FilesState } from "./file-entry";

/** Sends a question at once when its files are ready, else as soon as they are; not while one of them can't be read. */
export function useSendWhenReady(state: FilesState, hasText: boolean, send: () => void) {
  const [isWanted, setIsWanted] = useState(false);
  const latestSend = useRef(send);

  useEffect(() => {
    latestSend.current = send;
  });

  useEffect(() => {
    if (!isWanted || state === "pending") return;
    setIsWanted(false);
    if (state === "ready" && hasText) latestSend.current();
  }, [isWanted, state, hasText]);

  return {
    /** The question waits for its files. */
    isWaiting: isWanted,
    want(): void {
      if (state === "ready") send();
      else setIsWanted(state === "pending");
    },
  };
}
