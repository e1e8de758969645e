export function takeFileLock(path: string, details?: object): object | null;
export function readLivingHolder(path: string): object | null;
export function readRecord(path: string): object | null;
export function releaseFileLock(path: string): void;
