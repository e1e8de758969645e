"use client";

import type { MouseEvent } from "react";
import { strings } from "@/lib/config/strings";
import { attachButtonId } from "./attach-button";
import { FileChip } from "./file-chip";
import { describeProgress, type FileEntry, stateOfFiles } from "./file-entry";

type FileListProps = {
  entries: readonly FileEntry[];
  problem: string | undefined;
  /** The question waits for its files. */
  isWaiting: boolean;
  onRemove: (key: string) => void;
};

/** The files of the question that is being written, above its field. */
export function FileList({ entries, problem, isWaiting, onRemove }: FileListProps) {
  const words = strings.attachments;
  const state = stateOfFiles(entries);
  const advice = problem ?? (state === "failed" ? words.failed : isWaiting ? words.wait : undefined);
  return (
    <div className={entries.length === 0 && advice === undefined ? "sr-only" : "px-1 pt-1 pb-2"}>
      {entries.length > 0 && (
        <ul aria-label={words.label} className="flex max-h-[30dvh] flex-wrap gap-2 overflow-y-auto">
          {entries.map((entry) => (
            <FileChip
              key={entry.key}
              entry={entry}
              onRemove={(event) => {
                focusNeighbour(event);
                onRemove(entry.key);
              }}
            />
          ))}
        </ul>
      )}
      {advice !== undefined && (
        <p role="status" className="px-2 pt-2 text-muted-foreground text-sm">
          {advice}
        </p>
      )}
      {/* Spoken as a whole when it changes; percents would never let it end. */}
      <p role="status" className="sr-only">
        {entries.map((entry) => `${entry.name}: ${spokenProgress(entry)}`).join(" ")}
      </p>
    </div>
  );
}

function spokenProgress(entry: FileEntry): string {
  const { progress } = entry;
  return progress.kind === "uploading" ? strings.attachments.reading : describeProgress(entry);
}

/** The button that is pressed goes with its file, and the focus must not go with it. */
function focusNeighbour({ currentTarget }: MouseEvent<HTMLElement>): void {
  const item = currentTarget.closest("li");
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const next = neighbour?.querySelector("button") ?? document.getElementById(attachButtonId);
  next?.focus();
}
