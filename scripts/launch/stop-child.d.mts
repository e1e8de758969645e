/** A process of ours, described so that the guardian or a later start can stop it too. */
export type Child = {
  readonly name: string;
  readonly pid: number;
  readonly startedAt: string;
  /** Whether its whole process group is signalled. */
  readonly group: boolean;
  /** From polite to final. */
  readonly signals: readonly { readonly signal: NodeJS.Signals; readonly graceMs: number }[];
};
export function stopChild(child: Child): Promise<void>;
export function stopChildren(children: readonly Child[]): Promise<void>;
