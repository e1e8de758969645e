"use client";

import { useEffect, useState } from "react";
import type { ThemedToken } from "shiki/core";

type Highlighted = { readonly code: string; readonly lines: ThemedToken[][] };

/** The code's coloured lines, undefined until they are there. No language: nothing to colour (yet). */
export function useHighlight(code: string, language: string | undefined): ThemedToken[][] | undefined {
  const [highlighted, setHighlighted] = useState<Highlighted>();

  useEffect(() => {
    if (language === undefined) return;
    let isCurrent = true;
    void import("./highlighter")
      .then(({ highlight }) => highlight(code, language))
      .then((lines) => {
        if (isCurrent && lines !== null) setHighlighted({ code, lines });
      })
      // Colours are a nicety: without them the code is shown plain.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [code, language]);

  return highlighted?.code === code ? highlighted.lines : undefined;
}
