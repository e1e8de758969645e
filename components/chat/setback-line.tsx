"use client";

import { CircleAlert, CloudOff, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { QuietLine } from "./quiet-line";
import { ReferenceButton } from "./reference-button";
import { RetryButton } from "./retry-button";
import type { Setback, Wish } from "./setback";
import { isReconnectOver } from "./use-reconnect";

type SetbackLineProps = {
  setback: Setback;
  onRetry: (wish: Wish) => void;
  onReconnect: () => void;
  /** Loads what the server has. */
  onRefresh: () => void;
};

/** Says why the conversation does not go on, and offers the one thing that helps. */
export function SetbackLine({ setback, onRetry, onReconnect, onRefresh }: SetbackLineProps) {
  const { errors } = strings;
  switch (setback.kind) {
    case "stop-failed":
      return <QuietLine icon={CloudOff} sentence={errors.stopFailed} isAlert />;
    case "offline":
      return (
        <QuietLine icon={CloudOff} sentence={errors.offline} isAlert>
          <RetryButton untilMs={undefined} onRetry={() => onRetry(setback.wish)} />
        </QuietLine>
      );
    case "cut":
      if (!isReconnectOver(setback.attempt)) {
        return <QuietLine icon={LoaderCircle} sentence={errors.reconnecting} isBusy isAlert />;
      }
      return (
        <QuietLine icon={CloudOff} sentence={errors.disconnected} isAlert>
          <RetryButton label={errors.reconnect} untilMs={undefined} onRetry={onReconnect} />
        </QuietLine>
      );
    case "refused":
      return (
        <QuietLine icon={CircleAlert} sentence={setback.message} isAlert>
          <RefusalAction setback={setback} onRetry={onRetry} onRefresh={onRefresh} />
          {setback.turnId !== undefined && <ReferenceButton turnId={setback.turnId} />}
        </QuietLine>
      );
  }
}

type RefusalActionProps = Pick<SetbackLineProps, "onRetry" | "onRefresh"> & {
  setback: Extract<Setback, { kind: "refused" }>;
};

function RefusalAction({ setback, onRetry, onRefresh }: RefusalActionProps) {
  const { errors, page } = strings;
  const { wish } = setback;
  switch (setback.code) {
    case "bad_request":
    case "too_large":
    case "input_blocked":
    case "forbidden":
      // Only another question helps, and that one is in the composer.
      return null;
    case "not_found":
      return (
        <Button look="link" size="text" asChild>
          <Link href="/">{page.newChat}</Link>
        </Button>
      );
    case "conflict":
      return (
        <Button look="link" size="text" onClick={onRefresh}>
          {errors.showRunning}
        </Button>
      );
    case "unauthorized":
      return (
        <Button look="link" size="text" onClick={() => window.location.reload()}>
          {errors.reload}
        </Button>
      );
    case "budget_exceeded":
    case "quota_exceeded":
    case "model_unavailable":
    case "internal":
      if (wish === undefined) return null;
      return <RetryButton untilMs={setback.retryAtMs} onRetry={() => onRetry(wish)} />;
  }
}
