"use client";

import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

/** Stays inside the landmark that its button is in, where a screen reader expects it. */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Content
      sideOffset={6}
      collisionPadding={8}
      className={classNames(
        "z-40 min-w-40 rounded-xl border bg-popover p-1 text-popover-foreground text-sm shadow-lg motion-safe:animate-appear",
        className,
      )}
      {...props}
    />
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem
      className={classNames(
        "flex cursor-pointer select-none items-center gap-2 rounded-lg py-1.5 pr-3 pl-8 outline-none data-highlighted:bg-muted",
        className,
      )}
      {...props}
    >
      <Radix.ItemIndicator className="-ml-6 absolute">
        <Check className="size-4" aria-hidden />
      </Radix.ItemIndicator>
      {children}
    </Radix.RadioItem>
  );
}

type DropdownMenuItemProps = ComponentProps<typeof Radix.Item> & { icon: LucideIcon };

export function DropdownMenuItem({ icon: Icon, className, children, ...props }: DropdownMenuItemProps) {
  return (
    <Radix.Item
      className={classNames(
        "flex cursor-pointer select-none items-center gap-2.5 rounded-lg px-3 py-1.5 outline-none data-highlighted:bg-muted",
        className,
      )}
      {...props}
    >
      <Icon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
      {children}
    </Radix.Item>
  );
}
