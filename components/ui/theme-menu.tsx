"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "./dropdown-menu";
import { IconButton } from "./icon-button";
import { applyTheme, isTheme, type Theme, themes } from "./theme";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

type ThemeMenuProps = { initial: Theme; label: string; names: Readonly<Record<Theme, string>> };

export function ThemeMenu({ initial, label, names }: ThemeMenuProps) {
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  function choose(value: string) {
    if (!isTheme(value)) return;
    setTheme(value);
    applyTheme(value);
  }
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <IconButton label={label}>
          <Icon aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup value={theme} onValueChange={choose}>
          {themes.map((value) => (
            <DropdownMenuRadioItem key={value} value={value}>
              {names[value]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
