import type { ReactNode } from "react";

/** A list that has nothing in it: why, and what to do about it. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="rounded-xl border border-dashed px-6 py-14 text-center">
      <p className="font-medium">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-balance text-muted-foreground text-sm">{text}</p>
      {children !== undefined && <div className="mt-5 flex justify-center gap-3">{children}</div>}
    </div>
  );
}
