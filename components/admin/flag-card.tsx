"use client";

import Link from "next/link";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import { type FlagLine, MAX_NOTE_LENGTH } from "@/lib/protocol/review/flag-list";
import { Badge } from "./badge";
import { ScrollRegion } from "./scroll-region";
import type { Decision } from "./use-flag-queue";

const words = strings.admin.flagged;

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
        <Badge look={isByGuard ? "bad" : "plain"}>{strings.admin.labels.flagKinds[flag.kind]}</Badge>
        <span className="min-w-0 grow truncate max-sm:basis-full">
          {flag.question === "" ? strings.admin.noText : flag.question}
        </span>
        <span className="shrink-0 whitespace-nowrap text-muted-foreground text-xs">
          <RelativeTime iso={flag.createdAt.toISOString()} />
        </span>
      </button>
      {isSelected && (
        <div className="space-y-4 border-t px-3.5 py-3.5 text-sm">
          <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
            <span>
              <span className="text-muted-foreground">{words.why}</span> {flag.reason}
            </span>
            <span>
              <span className="text-muted-foreground">{words.askedBy}</span>{" "}
              {flag.userName ?? strings.admin.deletedAccount}
            </span>
            <Link
              href={`/admin/turns/${flag.turnId}`}
              prefetch={false}
              className="underline decoration-border underline-offset-4 hover:decoration-current"
            >
              {words.openTurn}
            </Link>
          </p>
          <Quoted label={words.question} text={flag.question} />
          <Quoted label={words.answer} text={flag.answer} />
          <label className="block">
            <span className="mb-1 block text-muted-foreground text-xs">{words.note}</span>
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
              {words.right}
            </Button>
            <Button size="small" aria-keyshortcuts="w" onClick={() => onDecide("WRONG")}>
              {words.wrong}
            </Button>
            <span className="text-muted-foreground text-xs">
              {isByGuard ? words.guardRight : words.complaintRight}
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
        <p className="whitespace-pre-wrap break-words">{text === "" ? words.nothing : text}</p>
      </ScrollRegion>
    </div>
  );
}
