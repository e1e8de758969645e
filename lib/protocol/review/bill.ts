/** What a price is for; its words are the page's. */
export type BillKind =
  | "inputUncached"
  | "inputCacheRead"
  | "inputCacheWrite"
  | "outputText"
  | "outputReasoning";

/** One kind of tokens of one call, and what they cost by the price at the time. */
export type BillLine = {
  readonly kind: BillKind;
  readonly tokens: number;
  readonly nanosPerMillion: bigint;
  /** Millionths of a nano-dollar. */
  readonly nanoMillionths: bigint;
};
