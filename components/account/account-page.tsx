import type { ReactNode } from "react";
import { contentId } from "@/components/ui/skip-link";

/** A page with one narrow column and one thing to do. */
export function AccountPage({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <main id={contentId} className="mx-auto w-full max-w-sm px-6 pt-[8dvh] pb-16">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
      {text !== undefined && <p className="mt-2 text-muted-foreground">{text}</p>}
      <div className="mt-8 flex flex-col gap-6">{children}</div>
    </main>
  );
}
