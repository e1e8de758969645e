import "server-only";

/** The token stands behind the `#`, so it reaches no server's log and no other site. */
export function passwordResetPath(token: string): string {
  return `/reset-password#${token}`;
}
