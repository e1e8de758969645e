import { type ReactNode, useId } from "react";

type PanelProps = { title: string; text?: string | undefined; actions?: ReactNode; children: ReactNode };

/** A part of a page under a heading of its own. */
export function Panel({ title, text, actions, children }: PanelProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="min-w-0">
      <div className="mb-2.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div>
          <h2 id={headingId} className="font-semibold text-base tracking-tight">
            {title}
          </h2>
          {text !== undefined && <p className="text-muted-foreground text-sm">{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
