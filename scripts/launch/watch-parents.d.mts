export function watchParents(onLost: () => void): void;
