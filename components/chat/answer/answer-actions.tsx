"use client";

import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";

type AnswerActionsProps = {
  text: string;
  onRegenerate: (() => void) | undefined;
  children?: ReactNode;
};

export function AnswerActions({ text, onRegenerate, children }: AnswerActionsProps) {
  return (
    <div className="-ml-2 mt-2 flex flex-wrap items-center">
      {text !== "" && (
        <CopyButton label={strings.transcript.copyAnswer} outcomes={strings.copy} read={() => text} />
      )}
      {text !== "" && onRegenerate !== undefined && (
        <IconButton label={strings.transcript.regenerate} size="iconSmall" onClick={onRegenerate}>
          <RotateCcw aria-hidden />
        </IconButton>
      )}
      {children}
    </div>
  );
}
