import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** What may be wider than the page scrolls by itself, also by keyboard. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and a landmark for each table would be too many.
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll here.
      tabIndex={0}
      className={classNames("relative overflow-auto rounded-xl border bg-card", className)}
    >
      {children}
    </div>
  );
}
