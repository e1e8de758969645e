import { type ComponentProps, useId } from "react";
import { classNames } from "@/components/ui/class-names";

type FieldProps = Omit<ComponentProps<"input">, "id"> & { label: string; hint?: string | undefined };

/** An input with its label above it. */
export function Field({ label, hint, className, ...props }: FieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={classNames(
          "h-10 w-full rounded-lg border border-input bg-background px-3 read-only:bg-muted read-only:text-muted-foreground",
          className,
        )}
        {...props}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-pretty text-muted-foreground text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
