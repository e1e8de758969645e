/** Loads a page anew, as somebody else than before. Never settles, so that what waits for it stays as it is. */
export function leaveTo(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
