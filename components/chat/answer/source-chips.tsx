"use client";

import { classNames } from "@/components/ui/class-names";
import { strings } from "@/lib/config/strings";
import { SourcePassage } from "./source-passage";
import { useSources } from "./sources-context";

/** The sources of an answer as numbered chips; an open one shows its passage below them. */
export function SourceChips() {
  const sources = useSources();
  if (sources === undefined || sources.list.length === 0) return null;
  const open = sources.list.find((source) => source.number === sources.shown);
  return (
    <section aria-label={strings.sources.label} className="mt-4">
      <ul className="flex flex-wrap gap-2">
        {sources.list.map((source) => (
          <li key={source.number} className="min-w-0 max-w-full">
            <button
              type="button"
              id={sources.chipId(source.number)}
              aria-expanded={source === open}
              aria-controls={source === open ? sources.panelId : undefined}
              onClick={() => sources.toggle(source.number)}
              className={classNames(
                "flex max-w-full cursor-pointer items-center gap-1.5 rounded-full border py-0.5 pr-3 pl-1 text-muted-foreground text-sm transition-colors hover:bg-muted hover:text-foreground",
                source === open && "border-input bg-muted text-foreground",
              )}
            >
              <span className="grid size-5.5 shrink-0 place-items-center rounded-full bg-muted font-medium text-primary text-xs tabular-nums">
                <span className="sr-only">{strings.sources.source} </span>
                {source.number}
              </span>
              <span className="truncate">{source.headings.at(-1) ?? source.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && <SourcePassage key={open.number} id={sources.panelId} source={open} />}
    </section>
  );
}
