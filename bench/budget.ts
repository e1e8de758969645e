/** What Parapet may cost, side by side with the minimal route and the provider itself in one run. */
export const budget = {
  /** Times the CPU that the minimal route takes for an answer. */
  cpuRatio: 2,
  /** Milliseconds that the first token may come later than from the provider itself, by readers. */
  addedFirstTokenP50Ms: { 1: 5, 32: 15, 128: 60 } as Readonly<Record<number, number>>,
  /** Above idle, at the largest number of readers. */
  addedMemoryMb: 120,
} as const;
