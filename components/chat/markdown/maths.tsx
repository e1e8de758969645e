"use client";

import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Maths as MathsProps } from "./mark-maths";

type Render = typeof import("./render-maths").renderMaths;

/** Kept once loaded, so that a formula which grows is not blank for a moment each time. */
let render: Render | undefined;

/** A formula, for eyes and for screen readers. Its place is kept until it is drawn; it is shown as written where it cannot be. */
export const Maths = memo(function Maths({ formula, isDisplay }: MathsProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");
  const [isLoaded, setIsLoaded] = useState(render !== undefined);

  useEffect(() => {
    if (isLoaded) return;
    let isCurrent = true;
    import("./render-maths").then(
      (loaded) => {
        render = loaded.renderMaths;
        if (isCurrent) setIsLoaded(true);
      },
      () => isCurrent && setState("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [isLoaded]);

  useLayoutEffect(() => {
    if (!isLoaded || place.current === null || render === undefined) return;
    setState(render(formula, isDisplay, place.current) ? "drawn" : "failed");
  }, [formula, isDisplay, isLoaded]);

  return (
    <span className="maths" data-display={isDisplay ? "" : undefined} tabIndex={isDisplay ? 0 : undefined}>
      <span ref={place} hidden={state !== "drawn"} />
      {state !== "drawn" && <code data-waiting={state === "waiting" ? "" : undefined}>{formula}</code>}
    </span>
  );
});
