import "server-only";
import { getEnv } from "@/lib/config/env";

/** The key that signs cookies and hides addresses. @throws Error when it is unset; the launcher generates one. */
export function getAuthSecret(): string {
  const secret = getEnv().AUTH_SECRET;
  if (secret === undefined)
    throw new Error("AUTH_SECRET is unset: start Parapet with `npm run dev` or `npm start`.");
  return secret;
}
