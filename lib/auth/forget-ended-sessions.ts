import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { findViewer } from "./find-viewer";
import { readSessionToken, withoutSessionCookie } from "./session-token";

/**
 * Takes the cookie of a session that has ended out of a request. With it, signing in would fail: the plugin for guests looks
 * for the session behind the request's cookie after a sign-in, finds none, and has the browser throw the new cookie away.
 */
export const forgetEndedSessions: BetterAuthPlugin = {
  id: "forget-ended-sessions",
  onRequest: async (request) => {
    const { headers, method, url } = request;
    if (readSessionToken(headers) === null || (await findViewer(headers)) !== null) return;
    const body = method === "GET" || method === "HEAD" ? null : await request.text();
    // From its parts: what Next hands over cannot be copied as a whole.
    return { request: new Request(url, { method, headers: withoutSessionCookie(headers), body }) };
  },
};
