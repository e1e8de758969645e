import { createRandom } from "./random";

type Occurrence = {
  /** Only the first calls go wrong. */
  readonly times?: number | undefined;
  /** Each call goes wrong with this probability. */
  readonly probability?: number | undefined;
  readonly seed?: number | undefined;
};

/** What can go wrong with a call. `afterDeltas` counts the pieces of text and reasoning that are still sent. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfterSeconds?: number | null | undefined;
      readonly message?: string | undefined;
      readonly code?: string | undefined;
    }
  | { readonly kind: "hang"; readonly at: "before-headers" | "after-headers" | number }
  | { readonly kind: "cut"; readonly afterDeltas: number }
  | { readonly kind: "malformed"; readonly afterDeltas: number }
  | { readonly kind: "error-event"; readonly afterDeltas: number; readonly message?: string | undefined }
  | { readonly kind: "html" }
  | { readonly kind: "refusal"; readonly text?: string | undefined }
  | { readonly kind: "length"; readonly afterDeltas?: number | undefined };

export type FaultSetting = Fault & Occurrence;

/** Returns what goes wrong with the next call, or null: the first fault of the list that is due. */
export function createFaults(settings: readonly FaultSetting[]): () => Fault | null {
  const faults = settings.map((fault) => ({
    fault,
    left: fault.times ?? Number.POSITIVE_INFINITY,
    random: createRandom(fault.seed ?? 1),
  }));
  return () => {
    const due = faults.find(
      (entry) =>
        entry.left > 0 && (entry.fault.probability === undefined || entry.random() < entry.fault.probability),
    );
    if (!due) return null;
    due.left--;
    return due.fault;
  };
}
