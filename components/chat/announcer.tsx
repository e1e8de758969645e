"use client";

import { useEffect, useRef, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { ChatMessage } from "@/lib/protocol/chat-message";

/** Long enough for a screen reader to take it up, short enough that nobody finds the answer twice. */
const SPOKEN_MS = 1500;
/** About a minute of speech. */
const MAX_SPOKEN_LENGTH = 1000;

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
    // Read from the page once it is laid out as it will stay.
    requestAnimationFrame(() => setTimeout(() => setSpoken(strings.announcements.answered(renderedText()))));
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

/** The last answer as it reads on the page, without Markdown's signs; of a long one only how it begins. */
function renderedText(): string {
  const answers = document.querySelectorAll<HTMLElement>("[data-answer-text]");
  const blocks = answers.item(answers.length - 1)?.querySelectorAll<HTMLElement>(".prose") ?? [];
  let text = "";
  for (const block of blocks) {
    if (text.length > MAX_SPOKEN_LENGTH) return `${text}\n${strings.announcements.goesOn}`;
    text += `${text === "" ? "" : "\n"}${block.innerText}`;
  }
  return text;
}
