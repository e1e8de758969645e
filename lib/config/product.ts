/** What every fork changes first. Components may import this file, so it holds nothing secret. */
export const product = {
  name: "Parapet",
} as const;
