import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const looks = {
  plain: "bg-muted text-foreground",
  good: "bg-primary/12 text-primary",
  bad: "bg-destructive/12 text-destructive",
  quiet: "border text-muted-foreground",
} as const;

export type BadgeLook = keyof typeof looks;

/** A word that says what something is; its colour never says more than the word. */
export function Badge({ look = "plain", children }: { look?: BadgeLook; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center whitespace-nowrap rounded-md px-1.5 font-medium text-xs leading-5",
        looks[look],
      )}
    >
      {children}
    </span>
  );
}
