export const projectRoot: string;
export const nodeModules: string;
export const projectNode: string;
export function hashFiles(...paths: string[]): string;
export function writeFileAtomically(path: string, content: string, mode?: number): void;
