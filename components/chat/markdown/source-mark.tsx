"use client";

import { strings } from "@/lib/config/strings";
import { useSources } from "../answer/sources-context";

/** `[1]` in an answer: opens source 1 below it, or stays text while there is no such source. */
export function SourceMark({ number }: { number: number }) {
  const sources = useSources();
  const source = sources?.list.find((candidate) => candidate.number === number);
  if (sources === undefined || source === undefined) return `[${number}]`;
  return (
    <a
      className="source-mark"
      href={`#${sources.chipId(number)}`}
      aria-label={strings.sources.mark(number, source.title)}
      onClick={(event) => {
        event.preventDefault();
        sources.show(number);
      }}
    >
      {number}
    </a>
  );
}
