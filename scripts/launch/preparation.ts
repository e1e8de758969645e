/** What the preparing process tells the launcher, in this order; `failed` instead of either of the others. */
export type PreparationMessage =
  | { readonly type: "migrated"; readonly applied: readonly string[]; readonly edited: readonly string[] }
  | ({ readonly type: "prepared" } & Prepared)
  | { readonly type: "failed"; readonly problems: readonly string[] };

export type Prepared = {
  /** The first admin when this start made it; the password only when it was generated. */
  readonly admin: { readonly email: string; readonly password: string | null } | null;
  readonly documents: { readonly documents: number; readonly changed: number };
  /** Ids of the models in the order in which they are tried. */
  readonly models: readonly string[];
};
