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
      {source.attachmentId === "" ? (
        <p>{strings.attachments.private}</p>
      ) : (
        <>
          <PassageMarkdown text={source.text} sentence={source.sentence} />
          <SourceLink source={source} />
        </>
      )}
    </div>
  );
}

function SourceLink({ source }: { source: Source }) {
  if (source.attachmentId !== undefined)
    return (
      <p className="mt-3 text-sm">
        <a href={source.url} download className="underline underline-offset-4">
          {strings.attachments.openFile}
        </a>
      </p>
    );
  return (
    <p className="mt-3 flex items-center gap-1 text-sm [&_a]:underline [&_a]:underline-offset-4">
      <Link href={source.url}>{strings.sources.openPage}</Link>
      <ArrowUpRight className="size-4 text-muted-foreground" aria-hidden />
    </p>
  );
}
