"use client";

import { Flag, type LucideIcon, ThumbsDown, ThumbsUp } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import type { Rating } from "@/lib/protocol/feedback";
import { ReasonForm } from "./reason-form";
import { useFeedback } from "./use-feedback";

const thumbs: readonly (readonly [Rating, LucideIcon])[] = [
  ["up", ThumbsUp],
  ["down", ThumbsDown],
];

type FeedbackProps = { turnId: string; stored: Rating | undefined };

/** Thumbs, and asking for a person to look at the answer. Stands in a row of buttons and opens its forms below it. */
export function Feedback({ turnId, stored }: FeedbackProps) {
  const { rating, asked, outcome, send, close, toggle, report } = useFeedback(turnId, stored);
  const words = strings.feedback;
  return (
    <>
      {thumbs.map(([name, Icon]) => (
        <IconButton
          key={name}
          label={words[name]}
          size="iconSmall"
          aria-pressed={rating === name}
          onClick={(event) => toggle(name, event.currentTarget)}
        >
          <Icon className={classNames(rating === name && "fill-current")} aria-hidden />
        </IconButton>
      ))}
      <IconButton label={words.report} size="iconSmall" onClick={(event) => report(event.currentTarget)}>
        <Flag aria-hidden />
      </IconButton>
      <div className="order-last w-full pl-2">
        {asked !== undefined && (
          <ReasonForm
            key={asked}
            label={asked === "down" ? words.whatWasWrong : words.whyReport}
            onSend={(reason) => void send(reason)}
            onCancel={close}
          />
        )}
        <p role="status" className="text-muted-foreground text-sm">
          {outcome}
        </p>
      </div>
    </>
  );
}
