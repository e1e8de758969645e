import { guardInput } from "@/lib/guards/input/guard-input";
import type { LabelledRow } from "../read-rows";

type Latency = { readonly bytes: number; readonly p50Ms: number; readonly p99Ms: number };

const sizes = [100, 1_000, 8_000];
const warmUps = 200;
const runs = 1_000;

/** Time of one judgement of prose, in milliseconds, for texts of 0.1, 1 and 8 kB of UTF-8 that are different each time. */
export function measureLatency(rows: readonly LabelledRow[]): Latency[] {
  const texts = rows.filter(({ label, surface }) => label === "benign" && surface === "document");
  const prose = Buffer.from(texts.map(({ text }) => text).join("\n\n"));
  return sizes.map((bytes) => {
    const at = (run: number) => {
      const start = (run * 7_919) % Math.max(1, prose.length - bytes);
      return readUtf8(prose.subarray(start, start + bytes));
    };
    for (let run = 0; run < warmUps; run++) guardInput(at(run), { surface: "user" });
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const text = at(run + warmUps);
      const started = performance.now();
      guardInput(text, { surface: "user" });
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const quantile = (share: number) => Number((times[Math.floor(share * (runs - 1))] ?? 0).toFixed(3));
    return { bytes, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
  });
}

/** The whole characters of a stretch of bytes. */
function readUtf8(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/^\ufffd+|\ufffd+$/g, "");
}
