import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const controlClasses =
  "h-9 w-full min-w-0 rounded-lg border border-input bg-background px-2.5 text-sm placeholder:text-muted-foreground";

/** A control under its name. */
export function Field({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={classNames("block min-w-0", className)}>
      <span className="mb-1 block text-muted-foreground text-xs">{label}</span>
      {children}
    </label>
  );
}

export function TextInput({ className, ...props }: ComponentProps<"input">) {
  return <input className={classNames(controlClasses, className)} {...props} />;
}

type ChoiceProps = ComponentProps<"select"> & {
  /** What choosing nothing means; without it, something is always chosen. */
  none?: string;
  choices: readonly (readonly [value: string, label: string])[];
};

export function Choice({ none, choices, className, ...props }: ChoiceProps) {
  return (
    <select className={classNames(controlClasses, className)} {...props}>
      {none !== undefined && <option value="">{none}</option>}
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
