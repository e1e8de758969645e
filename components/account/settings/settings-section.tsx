import { type ReactNode, useId } from "react";

/** One matter of the settings page, with its heading beside it where there is room. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t py-8 sm:grid-cols-[10rem_1fr] sm:gap-8">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
