import type { ReactNode } from "react";
import { contentId } from "./skip-link";

/** A page that has only something to say: not found, something went wrong. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main
      id={contentId}
      className="flex min-h-[80dvh] flex-1 flex-col items-center justify-center gap-5 px-6 text-center"
    >
      <div>
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-balance text-muted-foreground">{text}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-3">{children}</div>
    </main>
  );
}
