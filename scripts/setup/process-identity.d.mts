export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };
export function inspectProcess(
  pid: number,
): { parent: number; group: number; startedAt: string; name: string } | null;
export function identifyProcess(pid: number): ProcessIdentity | null;
export function isSameProcessAlive(identity: ProcessIdentity): boolean;
export function isGroupAlive(group: number): boolean;
export function commandLineOf(pid: number): string;
