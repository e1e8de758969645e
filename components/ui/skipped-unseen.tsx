import type { CSSProperties, ReactNode } from "react";

type SkippedUnseenProps = {
  /** Characters of text in it, from which its height is guessed until it was seen. */
  textLength: number;
  /** False: laid out always, for what is just being written. */
  isSkipped: boolean;
  className?: string;
  children: ReactNode;
};

/** What the browser lays out only near the screen. It stays in the page for searching and for screen readers. */
export function SkippedUnseen({ textLength, isSkipped, className, children }: SkippedUnseenProps) {
  return (
    <div
      className={className}
      data-skipped-unseen={isSkipped ? "" : undefined}
      style={isSkipped ? ({ "--text-length": textLength } as CSSProperties) : undefined}
    >
      {children}
    </div>
  );
}
