import { type NextRequest, NextResponse } from "next/server";
import { getEnv } from "@/lib/config/env";
import { product } from "@/lib/config/product";

/** Sends every page under a content security policy with a nonce of its own; /api has a fixed one in next.config.ts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, getEnv().NODE_ENV === "development");
  // Next reads the nonce from the request's policy and puts it on the scripts it writes.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  // While developing, React rebuilds stack traces with eval, and Next's overlay writes styles without the nonce.
  const scripts = `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`;
  const styles = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' ${styles}`,
    // Style attributes (positions of menus, colours of code) cannot carry a nonce.
    "style-src-attr 'unsafe-inline'",
    ["img-src 'self'", ...product.imageHosts.flatMap(sourcesOf)].join(" "),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A host of the list as the policy names it: `*.host` there is not the host itself. */
function sourcesOf(host: string): string[] {
  return host.startsWith("*.") ? [`https://${host}`, `https://${host.slice(2)}`] : [`https://${host}`];
}

export const config = { matcher: ["/((?!api/|_next/static/|_next/image|icon.svg).*)"] };
