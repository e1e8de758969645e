"use client";

import { ArrowUpRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { strings } from "@/lib/config/strings";
import type { Source } from "@/lib/protocol/passage";
import { Link } from "../markdown/link";
import { PassageMarkdown } from "../markdown/passage-markdown";

export function SourcePassage({ id, source }: { id: string; source: Source }) {
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div
      ref={panel}
      id={id}
      className="mt-2 scroll-mb-4 rounded-xl border bg-card p-4 text-[0.9375rem] motion-safe:animate-appear"
    >
      <p className="mb-2 text-muted-foreground text-sm">{[source.title, ...source.headings].join(" › ")}</p>
      <PassageMarkdown text={source.text} sentence={source.sentence} />
      <p className="mt-3 flex items-center gap-1 text-sm [&_a]:underline [&_a]:underline-offset-4">
        <Link href={source.url}>{strings.sources.openPage}</Link>
        <ArrowUpRight className="size-4 text-muted-foreground" aria-hidden />
      </p>
    </div>
  );
}
