"use client";

import type { ThemedToken } from "shiki/core";
import { useIsCodeFenceIncomplete } from "streamdown";
import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";
import { useHighlight } from "./use-highlight";

export function CodeBlock({ code, language }: { code: string; language: string | undefined }) {
  // Colouring every state of a growing block would cost more than the answer itself.
  const isGrowing = useIsCodeFenceIncomplete();
  const lines = useHighlight(code, isGrowing ? undefined : language);
  return (
    <figure className="code-block">
      <figcaption>
        <span>{language ?? strings.code.plain}</span>
        <CopyButton label={strings.code.copy} outcomes={strings.copy} read={() => code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>{lines === undefined ? code : <Lines lines={lines} />}</code>
      </pre>
    </figure>
  );
}

function Lines({ lines }: { lines: readonly (readonly ThemedToken[])[] }) {
  return lines.flatMap((tokens) => [
    ...tokens.map(({ offset, color, content }) => (
      <span key={offset} style={{ color }}>
        {content}
      </span>
    )),
    "\n",
  ]);
}
