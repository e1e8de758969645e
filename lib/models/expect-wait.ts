import "server-only";
import { generation } from "@/lib/config/generation";
import { getLogger } from "@/lib/config/logger";
import { readTurnWaits, type TurnWait } from "@/lib/db/turn-waits";
import type { ExpectedWait } from "@/lib/protocol/expected-wait";
import type { ModelSpec } from "./model-spec";

const NEWEST_TURNS = 500;
/** Fewer say nothing of nineteen in twenty. */
const MIN_TURNS = 20;
const MAX_AGE_MS = 60_000;

type Measured = { readonly atMs: number; readonly waits: readonly TurnWait[] };

const measured = new Map<string, Measured>();

/**
 * How long the first model of a chain will usually take to its first word, by the newest turns. Never waits: figures
 * are at most a minute old when they are asked for often, and there are none before the first time.
 */
export function expectWait(tenantId: string, chain: readonly ModelSpec[]): ExpectedWait {
  const known = measured.get(tenantId);
  if (known === undefined || Date.now() - known.atMs > MAX_AGE_MS) measure(tenantId);
  const wait = known?.waits.find(({ model, turns }) => model === chain[0]?.id && turns >= MIN_TURNS);
  return {
    ...(wait !== undefined && { usualMs: wait.p95Ms }),
    ...(chain.length > 1 && { givenUpAfterMs: generation.firstContentTimeoutMs }),
  };
}

function measure(tenantId: string): void {
  // What is there serves until the new figures are, and only one asks for them.
  measured.set(tenantId, { atMs: Date.now(), waits: measured.get(tenantId)?.waits ?? [] });
  readTurnWaits(tenantId, NEWEST_TURNS).then(
    (waits) => measured.set(tenantId, { atMs: Date.now(), waits }),
    (error: unknown) => getLogger().warn({ error }, "waits could not be measured"),
  );
}
