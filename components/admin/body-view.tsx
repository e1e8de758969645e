"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";
import { strings } from "@/lib/config/strings";
import { formatCount } from "./format-count";

const words = strings.admin.turns.bodies;

type BodyViewProps = {
  label: string;
  /** Where the exact bytes are. */
  href: string;
  bytes: number;
  pretty: string;
  isCut: boolean;
};

/** One side of a call made readable; the exact bytes can be copied and saved. */
export function BodyView({ label, href, bytes, pretty, isCut }: BodyViewProps) {
  const { outcome, copy } = useCopy();
  async function copyExact() {
    const response = await fetch(href);
    if (response.ok) await copy(await response.text());
  }
  return (
    <details className="rounded-lg border">
      <summary className="cursor-pointer select-none px-3 py-1.5 text-sm">
        {label} <span className="text-muted-foreground tabular-nums">{words.size(formatCount(bytes))}</span>
      </summary>
      <div className="border-t">
        <div className="flex flex-wrap items-center gap-2 px-3 py-1.5 text-muted-foreground text-xs">
          <span className="grow">{isCut ? words.cut : words.whole}</span>
          <Button size="small" look="outline" onClick={() => void copyExact()}>
            {outcome === undefined ? words.copy : strings.copy[outcome]}
          </Button>
          <Button size="small" look="outline" asChild>
            <a href={href} download>
              <Download aria-hidden /> {words.save}
            </a>
          </Button>
        </div>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll here.
          tabIndex={0}
          className="max-h-96 overflow-auto border-t px-3 py-2 font-mono text-xs leading-relaxed"
        >
          {pretty}
        </pre>
      </div>
    </details>
  );
}
