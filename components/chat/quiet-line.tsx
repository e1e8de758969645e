import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type QuietLineProps = {
  icon: LucideIcon;
  sentence: string;
  isBusy?: boolean;
  /** Read out as soon as it appears. The action is not: it may count down. */
  isAlert?: boolean;
  /** The action. */
  children?: ReactNode;
};

/** Icon, sentence, action: how the page says that something is not as expected. */
export function QuietLine({
  icon: Icon,
  sentence,
  isBusy = false,
  isAlert = false,
  children,
}: QuietLineProps) {
  return (
    <div className="flex gap-2 text-muted-foreground text-sm">
      <Icon className={classNames("mt-[0.3em] size-4 shrink-0", isBusy && "animate-spin")} aria-hidden />
      <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">
        <span role={isAlert ? "alert" : undefined}>{sentence}</span>
        {children}
      </div>
    </div>
  );
}
