/** What is left of today's quota, once that is little; of several limits the one that ends first. */
export type QuotaLeft =
  | { readonly kind: "turns"; readonly turns: number }
  /** Of what may be read, written and spent, in percent. */
  | { readonly kind: "allowance"; readonly percent: number };
