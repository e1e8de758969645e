import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import { readRows } from "./read-rows";

const deltas = 20_000;

/** Microseconds that one delta of four characters takes, all guards on, over a long answer made of benign Markdown. */
export function benchLatency(folder: string): object {
  const text = readRows(folder, "benign_markdown")
    .map((row) => row.text)
    .join("\n\n");
  const systemPrompt = readRows(folder, "system_prompts_tensortrust")
    .map((row) => row.text)
    .sort((a, b) => b.length - a.length)[0];
  const guard = createOutputGuard({
    surface: "text",
    canary: "zephyr-quartz-4417",
    ...(systemPrompt ? { systemPrompt } : {}),
  });
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let index = 0; index < deltas; index++) {
    const delta = text.slice((index * 4) % (text.length - 4), ((index * 4) % (text.length - 4)) + 4);
    const start = performance.now();
    guard.push(delta);
    times.push((performance.now() - start) * 1000);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)];
  return {
    deltas: times.length,
    p50Us: at(0.5),
    p99Us: at(0.99),
    meanCpuUs: (user + system) / deltas,
  };
}
