import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { OutputContext, OutputGuard } from "@/lib/guards/output/output-guard";
import type { JudgedFinding } from "@/lib/protocol/finding";
import type { Verdict } from "@/lib/protocol/verdict";

/** What became of a text that went through a guard, in whatever pieces. */
export type Judged = {
  readonly emitted: string;
  readonly action: Verdict;
  readonly findings: readonly JudgedFinding[];
  readonly heldMax: number;
};

/** Sends a text through a guard of its own, in the given pieces. */
export function judgeText(pieces: Iterable<string>, context: Partial<OutputContext> = {}): Judged {
  return judgeWith(createOutputGuard({ surface: "text", ...context }), pieces);
}

/** Sends a text through a fresh guard, in the given pieces. */
export function judgeWith(guard: OutputGuard, pieces: Iterable<string>): Judged {
  let emitted = "";
  let heldMax = 0;
  for (const piece of pieces) {
    emitted += guard.push(piece);
    heldMax = Math.max(heldMax, guard.heldLength);
  }
  emitted += guard.flush();
  return { emitted, action: guard.verdict, findings: guard.findings, heldMax };
}

/** The hosts that a text names, so that benign texts can be judged under an allow-list that knows them. */
export function hostsOf(text: string): string[] {
  const hosts = [...text.matchAll(/(?:https?:)?\/\/([^/\s)>"'\]#?`]+)/gi)].map((match) => match[1] ?? "");
  return [...new Set([...hosts, ...[...text.matchAll(/\bwww\.[\w.-]+/gi)].map(([host]) => host)])];
}
