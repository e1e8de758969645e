"use client";

import { memo } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";
import type { ColouredLine } from "./highlight-code";
import { useHighlight } from "./use-highlight";

export function CodeBlock({ code, language }: { code: string; language: string | undefined }) {
  const coloured = useHighlight(code, language);
  const lines = code.split("\n");
  const plain = lines.slice(coloured.length).join("\n");
  return (
    <figure className="code-block">
      <figcaption>
        <span>{language ?? strings.code.plain}</span>
        <CopyButton label={strings.code.copy} outcomes={strings.copy} read={() => code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>
          {coloured.map((line, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number.
            <Line key={number} line={line} isLast={number === lines.length - 1} />
          ))}
          {plain}
        </code>
      </pre>
    </figure>
  );
}

const Line = memo(function Line({ line, isLast }: { line: ColouredLine; isLast: boolean }) {
  return (
    <>
      {line.map(({ content, color }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line do not change places.
        <span key={index} style={{ color }}>
          {content}
        </span>
      ))}
      {!isLast && "\n"}
    </>
  );
});
