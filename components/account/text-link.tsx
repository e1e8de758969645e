import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames(
        "rounded-sm underline decoration-border underline-offset-4 hover:decoration-current",
        className,
      )}
      {...props}
    />
  );
}
