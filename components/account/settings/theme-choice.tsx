"use client";

import { useState } from "react";
import { applyTheme, type Theme, themes } from "@/components/ui/theme";
import { strings } from "@/lib/config/strings";

export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const { page } = strings;
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{page.theme}</legend>
      {themes.map((value) => (
        <label
          key={value}
          className="relative cursor-pointer rounded-lg border border-input px-4 py-2 text-sm has-checked:border-primary has-checked:bg-muted has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            checked={theme === value}
            onChange={() => {
              setTheme(value);
              applyTheme(value);
            }}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {page.themes[value]}
        </label>
      ))}
    </fieldset>
  );
}
