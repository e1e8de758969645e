"use client";

import { createContext, type ReactNode, useContext, useId, useMemo, useState } from "react";
import type { Source } from "@/lib/protocol/passage";

type Sources = {
  readonly list: readonly Source[];
  /** The number of the source whose passage is open. */
  readonly shown: number | undefined;
  readonly panelId: string;
  chipId: (number: number) => string;
  /** Opens or closes a passage. */
  toggle: (number: number) => void;
  /** Opens a passage and moves on to its chip. */
  show: (number: number) => void;
};

const SourcesContext = createContext<Sources | undefined>(undefined);

/** Lets the markers in an answer's text open the sources below it. */
export function SourcesProvider({ list, children }: { list: readonly Source[]; children: ReactNode }) {
  const id = useId();
  const [shown, setShown] = useState<number>();
  const sources = useMemo<Sources>(() => {
    const chipId = (number: number) => `${id}source-${number}`;
    return {
      list,
      shown,
      panelId: `${id}passage`,
      chipId,
      toggle: (number) => setShown((current) => (current === number ? undefined : number)),
      show(number) {
        setShown(number);
        document.getElementById(chipId(number))?.focus();
      },
    };
  }, [id, list, shown]);
  return <SourcesContext value={sources}>{children}</SourcesContext>;
}

/** The sources of the answer around; undefined outside of one. */
export function useSources(): Sources | undefined {
  return useContext(SourcesContext);
}
