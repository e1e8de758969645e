"use client";

import { useEffect, useRef, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { spokenText } from "./answer/spoken-text";

/** Long enough for a screen reader to take it up, short enough that nobody finds the answer twice. */
const SPOKEN_MS = 1500;

/** Tells a screen reader once that a question is being answered, and once the finished answer. */
export function Announcer({ isBusy, last }: { isBusy: boolean; last: ChatMessage | undefined }) {
  const [spoken, setSpoken] = useState("");
  const wasBusy = useRef(false);

  useEffect(() => {
    if (isBusy === wasBusy.current) return;
    wasBusy.current = isBusy;
    if (isBusy || last?.role !== "assistant") {
      setSpoken(isBusy ? strings.announcements.answering : "");
      return;
    }
    setSpoken(strings.announcements.answered(lastAnswer()));
  }, [isBusy, last]);

  useEffect(() => {
    if (spoken === "" || isBusy) return;
    const timer = setTimeout(() => setSpoken(""), SPOKEN_MS);
    return () => clearTimeout(timer);
  }, [spoken, isBusy]);

  return (
    <p role="status" className="sr-only">
      {spoken}
    </p>
  );
}

function lastAnswer(): string {
  const answers = document.querySelectorAll("[data-answer-text]");
  const last = answers.item(answers.length - 1);
  if (last === null) return "";
  const { text, isWhole } = spokenText(last);
  return isWhole ? text : `${text}\n${strings.announcements.goesOn}`;
}
