import "server-only";
import { accounts } from "@/lib/config/accounts";
import { getAuth } from "./auth";

const CALLBACK = "/api/auth/callback/";

/**
 * The routes of the sign-in library. Whoever comes back from another provider is a person who looks at a page, so whatever
 * goes wrong there leads to a page of ours, and a refusal says in the standard's own header how long to wait.
 */
export async function handleAuth(request: Request): Promise<Response> {
  if (new URL(request.url).pathname.startsWith(CALLBACK)) return comeBack(request);
  const response = await getAuth().handler(request);
  const wait = response.headers.get("x-retry-after");
  if (wait !== null) response.headers.set("retry-after", wait);
  return response;
}

async function comeBack(request: Request): Promise<Response> {
  const { promise: patience, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, accounts.providerPatienceMs, undefined);
  const response = await Promise.race([getAuth().handler(request), patience]).finally(() =>
    clearTimeout(timer),
  );
  if (response !== undefined && response.status < 400) return response;
  const error = response?.status === 429 ? "too_many_requests" : "provider_failed";
  return new Response(null, { status: 302, headers: { location: `/sign-in?error=${error}` } });
}
