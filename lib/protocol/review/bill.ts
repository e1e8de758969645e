/** One kind of tokens of one call, and what they cost by the price at the time. */
export type BillLine = {
  readonly kind: string;
  readonly tokens: number;
  readonly nanosPerMillion: bigint;
  /** Millionths of a nano-dollar. */
  readonly nanoMillionths: bigint;
};
