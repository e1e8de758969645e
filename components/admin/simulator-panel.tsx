"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { ActionOutcome } from "./action-outcome";
import { EmptyState } from "./empty-state";
import { useAction } from "./use-action";

const words = strings.admin.simulator;

const startCommands = [
  "npm run provider",
  "COMPATIBLE_BASE_URL=http://127.0.0.1:4010/compatible/v1 \\",
  "COMPATIBLE_MODEL=llama COMPATIBLE_PRICE=0/0 npm run dev",
].join("\n");

type Scene = { readonly id: string; readonly label: string; readonly expect: string };

type SimulatorPanelProps = {
  scenes: readonly Scene[];
  play: (sceneId: string) => Promise<ActionResult>;
  /** A provider's address is on this machine. */
  isConnected: boolean;
};

/** How the simulated provider behaves, to be chosen with one click. */
export function SimulatorPanel({ scenes, play, isConnected }: SimulatorPanelProps) {
  const [playing, setPlaying] = useState<string>();
  const { result, isRunning, run } = useAction();
  if (!isConnected) {
    return (
      <EmptyState title={words.none.title} text={words.none.text}>
        <pre className="max-w-full whitespace-pre-wrap break-all rounded-lg border bg-card p-3.5 text-left font-mono text-xs leading-relaxed">
          {startCommands}
        </pre>
      </EmptyState>
    );
  }
  return (
    <div className="space-y-3">
      <ul className="divide-y rounded-xl border bg-card text-sm">
        {scenes.map(({ id, label, expect }) => (
          <li key={id} className="flex items-center gap-4 px-3.5 py-2.5">
            <div className="min-w-0 grow">
              <p className="font-medium">{label}</p>
              <p className="text-muted-foreground">{expect}</p>
            </div>
            <Button
              size="small"
              look={playing === id && result?.ok === true ? "solid" : "outline"}
              aria-pressed={playing === id && result?.ok === true}
              aria-label={words.playScene(label)}
              disabled={isRunning}
              onClick={() => {
                setPlaying(id);
                run(() => play(id));
              }}
            >
              {words.play}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <ActionOutcome result={result} done={words.done} />
        {result?.ok === true && (
          <Link href="/" target="_blank" className="text-sm underline">
            {words.ask}
          </Link>
        )}
      </div>
    </div>
  );
}
