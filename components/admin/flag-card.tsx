"use client";

import Link from "next/link";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { type FlagLine, MAX_NOTE_LENGTH } from "@/lib/protocol/review/flag-list";
import { Badge } from "./badge";
import { ScrollRegion } from "./scroll-region";
import { flagKindLabels } from "./turn-labels";
import type { Decision } from "./use-flag-queue";

type FlagCardProps = {
  ref: Ref<HTMLLIElement> | undefined;
  noteRef: Ref<HTMLTextAreaElement> | undefined;
  flag: FlagLine;
  isSelected: boolean;
  note: string;
  onSelect: () => void;
  onNote: (note: string) => void;
  onDecide: (decision: Decision) => void;
};

/** One flag: a line, and when it is selected, what there is to decide by. */
export function FlagCard({
  ref,
  noteRef,
  flag,
  isSelected,
  note,
  onSelect,
  onNote,
  onDecide,
}: FlagCardProps) {
  const isByGuard = flag.kind === "GUARD_BLOCK" || flag.kind === "GUARD_FLAG";
  return (
    <li
      ref={ref}
      className={classNames(
        "scroll-my-4 rounded-xl border bg-card",
        isSelected && "border-primary ring-1 ring-primary",
      )}
    >
      <button
        type="button"
        aria-expanded={isSelected}
        onClick={onSelect}
        className="flex w-full cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-xl px-3.5 py-2.5 text-left text-sm sm:flex-nowrap"
      >
        <Badge look={isByGuard ? "bad" : "plain"}>{flagKindLabels[flag.kind]}</Badge>
        <span className="min-w-0 grow truncate">{flag.question === "" ? "No text" : flag.question}</span>
        <span className="text-muted-foreground text-xs">
          <RelativeTime iso={flag.createdAt.toISOString()} />
        </span>
      </button>
      {isSelected && (
        <div className="space-y-4 border-t px-3.5 py-3.5 text-sm">
          <p>
            <span className="text-muted-foreground">Because </span>
            {flag.reason}
            <span className="text-muted-foreground">, asked by {flag.userName ?? "a deleted account"}. </span>
            <Link
              href={`/admin/turns/${flag.turnId}`}
              prefetch={false}
              className="underline decoration-border underline-offset-4 hover:decoration-current"
            >
              Open the turn
            </Link>
          </p>
          <Quoted label="Question" text={flag.question} />
          <Quoted label="What the person saw" text={flag.answer} />
          <label className="block">
            <span className="mb-1 block text-muted-foreground text-xs">Note</span>
            <textarea
              ref={noteRef}
              value={note}
              maxLength={MAX_NOTE_LENGTH}
              rows={2}
              onChange={(event) => onNote(event.target.value)}
              onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
              className="w-full rounded-lg border border-input bg-background px-2.5 py-1.5"
            />
          </label>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" look="solid" aria-keyshortcuts="r" onClick={() => onDecide("RIGHT")}>
              Right
            </Button>
            <Button size="small" aria-keyshortcuts="w" onClick={() => onDecide("WRONG")}>
              Wrong
            </Button>
            <span className="text-muted-foreground text-xs">
              {isByGuard ? "Was the guard right?" : "Was the complaint right?"}
            </span>
          </div>
        </div>
      )}
    </li>
  );
}

function Quoted({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="text-muted-foreground text-xs">{label}</p>
      <ScrollRegion label={label} className="mt-0.5 max-h-48 rounded-none border-0">
        <p className="whitespace-pre-wrap break-words">{text === "" ? "Nothing" : text}</p>
      </ScrollRegion>
    </div>
  );
}
