import { createNormal, createRandom } from "./random";

/** Milliseconds: always the same, evenly spread in [min, max], or log-normal as real providers are. */
export type Latency =
  | number
  | readonly [number, number]
  | { readonly medianMs: number; readonly p99Ms: number; readonly seed?: number | undefined };

/** The 0.99 quantile of the standard normal distribution. */
const Z_99 = 2.326;

export function createLatency(latency: Latency): () => number {
  if (typeof latency === "number") return () => latency;
  if ("medianMs" in latency) {
    const normal = createNormal(latency.seed ?? 1);
    const sigma = Math.log(latency.p99Ms / latency.medianMs) / Z_99;
    return () => latency.medianMs * Math.exp(sigma * normal());
  }
  const [minMs, maxMs] = latency;
  const random = createRandom(1);
  return () => minMs + (maxMs - minMs) * random();
}
