import "server-only";
import { getEnv } from "@/lib/config/env";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";

/**
 * Refuses requests that another site's page makes with a visitor's cookies. Browsers say where a request comes from
 * and pages can't change it; programs that send neither header carry no one else's cookies.
 * @throws ChatError forbidden
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const sameSite = site === null || site === "same-origin" || site === "none";
  if (!sameSite || (origin !== null && !isOwnOrigin(origin, request)))
    throw new ChatError("forbidden", sentences.badOrigin);
}

function isOwnOrigin(origin: string, request: Request): boolean {
  const { APP_URL } = getEnv();
  if (APP_URL !== undefined && new URL(APP_URL).origin === origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
