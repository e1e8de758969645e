/** What is known of the wait for an answer's first word when the answer is begun. */
export type ExpectedWait = {
  /** Nineteen of twenty answers of this model began sooner; absent while too few were measured. */
  readonly usualMs?: number;
  /** A model that has said nothing by then is given up for the next one; absent where there is none. */
  readonly givenUpAfterMs?: number;
};
