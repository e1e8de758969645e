"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { strings } from "@/lib/config/strings";
import type { ModelChoice } from "@/lib/protocol/model-choice";

/** A menu's values are strings; no model's id is empty. */
const AUTOMATIC = "";

type ModelPickerProps = {
  choices: readonly ModelChoice[];
  /** undefined: whichever comes first. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
};

/** Which model is to answer; not there when there is nothing to choose. */
export function ModelPicker({ choices, chosen, onChoose }: ModelPickerProps) {
  if (choices.length === 0) return null;
  const { label, automatic } = strings.models;
  const name = choices.find(({ id }) => id === chosen)?.label ?? automatic;
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button look="ghost" size="small" className="gap-1 font-normal" aria-label={label(name)}>
          {name}
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top">
        <DropdownMenuRadioGroup
          value={chosen ?? AUTOMATIC}
          onValueChange={(id) => onChoose(id === AUTOMATIC ? undefined : id)}
        >
          <DropdownMenuRadioItem value={AUTOMATIC}>{automatic}</DropdownMenuRadioItem>
          {choices.map(({ id, label: model }) => (
            <DropdownMenuRadioItem key={id} value={id}>
              {model}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
