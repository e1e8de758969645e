"use client";

import { Clock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { AttachmentReference } from "@/lib/protocol/attachment";

type Waiting = { readonly text: string; readonly attachments: readonly AttachmentReference[] };
type QueuedQuestionProps = { question: Waiting; onWithdraw: (question: Waiting) => void };

/** A question that waits for the answer before it. */
export function QueuedQuestion({ question, onWithdraw }: QueuedQuestionProps) {
  const words = strings.queue;
  return (
    <section
      aria-label={words.label}
      className="mb-2 flex items-center gap-3 rounded-2xl bg-muted px-4 py-2.5 text-sm motion-safe:animate-appear"
    >
      <Clock className="size-4 shrink-0 text-muted-foreground" aria-hidden />
      <p role="status" className="min-w-0 flex-1 truncate">
        <span className="sr-only">{words.label}: </span>
        {[question.text, ...question.attachments.map(({ name }) => name)].join(" · ")}
      </p>
      <Button look="link" size="text" onClick={() => onWithdraw(question)}>
        {words.withdraw}
      </Button>
    </section>
  );
}
