import { fileURLToPath } from "node:url";
import { startProgram } from "./child-program";
import type { Target } from "./target";
import { workload } from "./workload";

const main = fileURLToPath(new URL("../scripts/provider/main.ts", import.meta.url));

export type Direct = Target & { readonly baseUrl: string };

/** The provider simulator, asked without anything in between. `baseUrl` is what the other targets are given. */
export async function startDirect(readers: number): Promise<Direct> {
  const program = await startProgram({
    name: "The provider",
    args: ["--import", "tsx", main, "--port", "0", "--control", JSON.stringify(workload.control)],
    env: {},
    isReady: (output) => readUrl(output) !== null,
  });
  const baseUrl = `${readUrl(program.output())}/compatible/v1`;
  return {
    name: "direct",
    baseUrl,
    url: `${baseUrl}/chat/completions`,
    wire: "provider",
    serverPid: program.pid,
    databasePid: null,
    providerPid: program.pid,
    readers: Array.from({ length: readers }, () => ({ headers: {} })),
    stop: program.stop,
  };
}

function readUrl(output: string): string | null {
  return /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? null;
}
