import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<ComponentProps<typeof Button>, "aria-label" | "children"> & {
  label: string;
  children: ReactNode;
};

/** A button that shows only an icon: its label is its accessible name and its tooltip. */
export function IconButton({ label, look = "ghost", size = "icon", ...props }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <Button aria-label={label} look={look} size={size} {...props} />
    </Tooltip>
  );
}
