"use client";

import { useEffect, useRef, useState } from "react";
import { askHighlighter } from "./ask-highlighter";
import type { ColouredLine } from "./highlight-code";

type Coloured = { readonly code: string; readonly lines: readonly ColouredLine[] };

/**
 * The code's coloured lines as far as they are known: of code that grows all but the newest. Lines that have not
 * changed stay the same objects. The worker is asked again only when it has answered.
 */
export function useHighlight(code: string, language: string | undefined): readonly ColouredLine[] {
  const [coloured, setColoured] = useState<Coloured>();
  const [isAsking, setIsAsking] = useState(false);
  const isMounted = useRef(true);

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const isDue = language !== undefined && !isAsking && coloured?.code !== code;
  useEffect(() => {
    if (!isDue) return;
    setIsAsking(true);
    void askHighlighter(code, language).then((lines) => {
      if (!isMounted.current) return;
      setIsAsking(false);
      setColoured((before) => ({ code, lines: keepSame(before?.lines ?? [], lines ?? []) }));
    });
  }, [isDue, code, language]);

  return coloured === undefined ? [] : linesOf(coloured, code);
}

/** Where the code has grown since, its last line may be another one now. */
function linesOf({ code: before, lines }: Coloured, code: string): readonly ColouredLine[] {
  if (before === code) return lines;
  return code.startsWith(before) ? lines.slice(0, -1) : [];
}

function keepSame(before: readonly ColouredLine[], lines: readonly ColouredLine[]): ColouredLine[] {
  return lines.map((line, index) => {
    const known = before[index];
    return known !== undefined && isSame(known, line) ? known : line;
  });
}

function isSame(left: ColouredLine, right: ColouredLine): boolean {
  return (
    left.length === right.length &&
    left.every(
      (piece, index) => piece.content === right[index]?.content && piece.color === right[index]?.color,
    )
  );
}
