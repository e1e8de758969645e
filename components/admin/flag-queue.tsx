"use client";

import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { FlagLine } from "@/lib/protocol/review/flag-list";
import { EmptyState } from "./empty-state";
import { FlagCard } from "./flag-card";
import { type DecideAction, useFlagQueue } from "./use-flag-queue";
import { useShortcuts } from "./use-shortcuts";

const words = strings.admin.flagged;

const keyHelp = [
  { keys: "jk", does: words.keys.move },
  { keys: "r", does: words.keys.right },
  { keys: "w", does: words.keys.wrong },
  { keys: "n", does: words.keys.note },
  { keys: "u", does: words.keys.undo },
];

type FlagQueueProps = { flags: readonly FlagLine[]; decide: DecideAction; emptyText: string };

/** What waits for a decision. j and k move, r and w decide, n writes a note, u takes the last decision back. */
export function FlagQueue({ flags, decide, emptyText }: FlagQueueProps) {
  const queue = useFlagQueue(flags, decide);
  const { open, selected, last, problem } = queue;
  const noteField = useRef<HTMLTextAreaElement>(null);
  const selectedItem = useRef<HTMLLIElement>(null);
  const selectedId = selected?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is selected it must be seen.
  useEffect(() => {
    selectedItem.current?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);

  const keys = useShortcuts({
    j: () => queue.move(1),
    k: () => queue.move(-1),
    r: () => selectedId !== undefined && queue.settle(selectedId, "RIGHT"),
    w: () => selectedId !== undefined && queue.settle(selectedId, "WRONG"),
    n: () => noteField.current?.focus(),
    u: queue.undo,
  });

  return (
    <div className="space-y-4">
      <div className="flex flex-wrap sm:min-h-8 items-center justify-between gap-x-4 gap-y-1 text-sm">
        <p role="status" className="flex items-center gap-3">
          {last !== undefined && (
            <>
              <span>{words.marked[last.decision]}</span>
              <Button size="text" look="link" onClick={queue.undo}>
                {words.undo}
              </Button>
            </>
          )}
        </p>
        <p className="text-muted-foreground text-xs max-sm:hidden">
          {keyHelp.map(({ keys, does }, index) => (
            <Fragment key={does}>
              {index > 0 && " · "}
              {[...keys].map((key) => (
                <Fragment key={key}>
                  <kbd className="rounded border bg-muted px-1 font-mono">{key}</kbd>{" "}
                </Fragment>
              ))}
              {does}
            </Fragment>
          ))}
        </p>
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-destructive text-sm">
          {problem}
        </p>
      )}
      {open.length === 0 ? (
        <EmptyState title={words.empty.title} text={emptyText} />
      ) : (
        <ul className="space-y-2.5" aria-label={words.queue} aria-keyshortcuts={keys}>
          {open.map((flag) => (
            <FlagCard
              key={flag.id}
              ref={flag.id === selectedId ? selectedItem : undefined}
              noteRef={flag.id === selectedId ? noteField : undefined}
              flag={flag}
              isSelected={flag.id === selectedId}
              note={queue.notes[flag.id] ?? ""}
              onSelect={() => queue.select(flag.id)}
              onNote={(note) => queue.writeNote(flag.id, note)}
              onDecide={(decision) => queue.settle(flag.id, decision)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
