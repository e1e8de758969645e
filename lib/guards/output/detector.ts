import "server-only";
import type { OutputGuardName } from "@/lib/config/guardrails-output";
import type { TextWindow } from "./text-window";

/** A stretch of the text that is wrong, and the constant that stands in its place when it is redacted. */
export type Span = {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /**
   * Never taken from the text, so that it can't carry what another detector objects to, and never empty: "ht<b>tps:"
   * would become an address. "(two words)" can't become a part of an address or a tag, whatever stands around it.
   */
  readonly replacement: string;
  /** Redacting this is all it takes to put it right, also where the guard's mode is to block. */
  readonly isRepair?: boolean;
};

export type Report = (span: Span) => void;

/**
 * Reads a text once, from front to back, and reports what is wrong with it. What it does at an index may depend only
 * on the characters before and at that index, never on how many were there when it was called; so the pieces in
 * which a text comes make no difference.
 */
export type Detector = {
  readonly guard: OutputGuardName;
  /** Reads what the window has gained since the last call. */
  read(text: TextWindow): void;
  /** The text has ended: decides what is unfinished. */
  end(text: TextWindow): void;
  /** The earliest index at which an unfinished match may begin; every span still to come starts there or later. */
  readonly holdFrom: number;
  /** Takes over what another one of its kind remembers of all the text before, so as to read on from here. */
  takeOver?(other: Detector): void;
};
