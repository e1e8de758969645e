/** What the link past the header leads to. */
export const composerId = "composer";
