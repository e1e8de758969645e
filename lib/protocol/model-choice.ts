/** A model that a person may ask for. */
export type ModelChoice = {
  /** `provider/model`, as POST /api/chat takes it. */
  readonly id: string;
  readonly label: string;
};
