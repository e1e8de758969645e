/** One thing that somebody did, as it was kept. */
export type AuditLine = {
  readonly id: string;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  /** Null when the product itself acted. */
  readonly actor: string | null;
};
