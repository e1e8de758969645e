import "server-only";
import type { z } from "zod";
import type { JudgedFinding } from "@/lib/protocol/finding";
import type { Verdict } from "@/lib/protocol/verdict";

/** Which part of an answer a guard judges; each kind has a guard object of its own. */
export type OutputSurface = "text" | "reasoning" | "tool";

/** What a guard has to know about the turn to judge its answer. */
export type OutputContext = {
  readonly surface: OutputSurface;
  /** Our own instructions, which the answer must not repeat; without passages, which it may quote. */
  readonly systemPrompt?: string;
  /** A word planted in the instructions that can only come from there. */
  readonly canary?: string;
  /** The app's own secrets, exactly. */
  readonly secrets?: readonly string[];
  /** What the person typed in this chat: it may be said back to them. */
  readonly userTexts?: readonly string[];
  /** Hosts that links and images may name, beside those of the configuration. */
  readonly allowHosts?: readonly string[];
  /** The numbers that citations may name; unset when the answer has no passages to cite. */
  readonly passageNumbers?: readonly number[];
  /** What the text has to be as JSON; unset when it is prose. */
  readonly schema?: z.ZodType;
};

/**
 * Judges a text that arrives in pieces and releases what no detector can still change its verdict on. What it has
 * released is final: the bytes are the same whatever the pieces were and however long they took.
 */
export type OutputGuard = {
  /** Takes the next piece and returns the text that may be shown now, possibly none. */
  push(delta: string): string;
  /** The text has ended: returns the rest that may be shown. */
  flush(): string;
  /** The text was cut off: forgets what is held, releases nothing. */
  abort(): void;
  /** The worst verdict so far. After `block`, push and flush return nothing more and the call should be cancelled. */
  readonly verdict: Verdict;
  /**
   * What was noticed so far, in the order of the text; spans are indexes into the whole text as it was pushed. Each
   * says what its guard does.
   */
  readonly findings: readonly JudgedFinding[];
  /** How many UTF-16 units are undecided now; at most `maxHeldChars` of the configuration. */
  readonly heldLength: number;
};
