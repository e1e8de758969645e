import "server-only";

/** An account that a sign-in makes is made in the same request as its session; two sign-ins by hand are further apart. */
const SAME_REQUEST_MS = 2_000;

type NewSession = {
  readonly user: { readonly createdAt: Date };
  readonly session: { readonly createdAt: Date };
};

/** Whether a session is the one that its account was made with. */
export function isFirstSession({ user, session }: NewSession): boolean {
  return Math.abs(session.createdAt.getTime() - user.createdAt.getTime()) < SAME_REQUEST_MS;
}
