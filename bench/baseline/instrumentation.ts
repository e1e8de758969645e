/** Without a file of its own, Next takes Parapet's from the folder above. */
export function register(): void {
  // Nothing to start.
}
