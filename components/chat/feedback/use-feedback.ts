"use client";

import { useRef, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { Rating } from "@/lib/protocol/feedback";
import { postFeedback, postReport } from "./post-opinion";

type Question = "down" | "report";

/** What a reader thinks of an answer: shown at once, taken back when the server could not be told. */
export function useFeedback(turnId: string, stored: Rating | undefined) {
  const [chosen, setChosen] = useState<Rating | null>();
  const [asked, setAsked] = useState<Question>();
  const [outcome, setOutcome] = useState<string>();
  const pressed = useRef<HTMLButtonElement>(null);
  const rating = chosen === undefined ? (stored ?? null) : chosen;
  const words = strings.feedback;

  async function rate(wanted: Rating | null): Promise<void> {
    setChosen(wanted);
    setAsked(wanted === "down" ? "down" : undefined);
    setOutcome(undefined);
    if (await postFeedback(turnId, { rating: wanted })) return;
    setChosen(rating);
    setAsked(undefined);
    setOutcome(words.failed);
  }

  async function send(reason: string): Promise<void> {
    const isReport = asked === "report";
    close();
    // Without a reason, thumbs down says what it has already said.
    if (!isReport && reason === "") return;
    const isSent = isReport
      ? await postReport(turnId, reason)
      : await postFeedback(turnId, { rating: "down", reason });
    setOutcome(isSent ? words.thanks : words.failed);
  }

  function close(): void {
    setAsked(undefined);
    pressed.current?.focus();
  }

  return {
    rating,
    asked,
    outcome,
    send,
    close,
    toggle(wanted: Rating, button: HTMLButtonElement) {
      pressed.current = button;
      void rate(rating === wanted ? null : wanted);
    },
    report(button: HTMLButtonElement) {
      pressed.current = button;
      setOutcome(undefined);
      setAsked("report");
    },
  };
}
