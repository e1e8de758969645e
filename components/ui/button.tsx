import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const buttonClasses = cva(
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 whitespace-nowrap font-medium transition-colors disabled:pointer-events-none disabled:opacity-45 aria-disabled:opacity-45 [&_svg]:size-[1.125em] [&_svg]:shrink-0",
  {
    variants: {
      look: {
        solid: "bg-primary text-primary-foreground hover:bg-primary/85",
        outline: "border border-input bg-background hover:bg-muted",
        ghost: "text-muted-foreground hover:bg-muted hover:text-foreground",
        link: "text-foreground underline decoration-border underline-offset-4 hover:decoration-current aria-disabled:cursor-default aria-disabled:text-muted-foreground aria-disabled:no-underline aria-disabled:opacity-100",
      },
      size: {
        text: "rounded-sm text-sm",
        small: "h-8 rounded-lg px-3 text-sm",
        medium: "h-10 rounded-lg px-4 text-sm",
        icon: "size-9 rounded-lg",
        iconSmall: "size-8 rounded-md text-sm",
      },
    },
    defaultVariants: { look: "outline", size: "medium" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonClasses> & { asChild?: boolean };

export function Button({ className, look, size, asChild = false, type = "button", ...props }: ButtonProps) {
  const classes = classNames(buttonClasses({ look, size }), className);
  // A child brings its own element, so the button's default type would be wrong on it.
  return asChild ? (
    <Slot.Root className={classes} {...props} />
  ) : (
    <button type={type} className={classes} {...props} />
  );
}
