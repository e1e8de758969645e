"use client";

import { useEffect, useRef, useState } from "react";

/**
 * The one question that waits until the chat is free, and is then sent by itself.
 * @param isFree whether a question would be taken now
 */
export function useQueue<Question extends object>(isFree: boolean, send: (question: Question) => void) {
  const [waiting, setWaiting] = useState<Question>();
  const latestSend = useRef(send);

  useEffect(() => {
    latestSend.current = send;
  });

  useEffect(() => {
    if (!isFree || waiting === undefined) return;
    setWaiting(undefined);
    latestSend.current(waiting);
  }, [isFree, waiting]);

  return { waiting, add: setWaiting, withdraw: () => setWaiting(undefined) };
}
