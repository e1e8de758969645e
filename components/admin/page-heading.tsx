import type { ReactNode } from "react";

/** The title of an admin page, with what belongs to the whole page beside it. */
export function PageHeading({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {text !== undefined && <p className="mt-0.5 text-muted-foreground text-sm">{text}</p>}
      </div>
      {children}
    </div>
  );
}
