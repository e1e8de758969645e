import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { SocialProvider } from "@/lib/auth/sign-in-ways";
import { strings } from "@/lib/config/strings";
import { type AuthAnswer, type Browser, ORIGIN } from "./browser";

const SECRET = "the secret of this installation";

export type ProviderPerson = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly isVerified: boolean;
};

/** What fails at the provider: each endpoint as a rule, or the wire. */
export type ProviderFault =
  | "unreachable"
  | "silent"
  | "token refused"
  | "token garbage"
  | "no profile"
  | "profile garbage"
  | "no e-mails";

type Grant = { readonly challenge: string; readonly redirectUri: string };

/** GitHub and Google as far as a sign-in meets them. They hold us to the protocol: PKCE, secret, redirect address. */
export class IdentityProviders {
  person: ProviderPerson = somebody();
  fault: ProviderFault | undefined;
  private asked = Promise.withResolvers<void>();
  private readonly grants = new Map<string, Grant>();

  /** The person agrees on the provider's page. @returns what the browser is sent back with */
  consent(authorizationUrl: string): URLSearchParams {
    const { searchParams } = new URL(authorizationUrl);
    const asked = (name: string) => searchParams.get(name) ?? "";
    if (asked("code_challenge_method") !== "S256" || asked("client_id") !== "our-id")
      throw new Error(`This is not our request: ${authorizationUrl}`);
    const code = randomUUID();
    this.grants.set(code, { challenge: asked("code_challenge"), redirectUri: asked("redirect_uri") });
    return new URLSearchParams({ state: asked("state"), code });
  }

  /** Answers what the server asks of a provider; undefined for every other address. */
  async answer(url: string, init: RequestInit | undefined): Promise<Response | undefined> {
    const { hostname, pathname } = new URL(url);
    if (!/(^|\.)(github\.com|googleapis\.com)$/.test(hostname)) return undefined;
    this.asked.resolve();
    if (this.fault === "silent") return new Promise(() => undefined);
    if (this.fault === "unreachable") throw new TypeError("fetch failed");
    if (/\/(access_token|token)$/.test(pathname)) return this.tokens(new URLSearchParams(String(init?.body)));
    const { id, name, email, isVerified } = this.person;
    if (pathname === "/user/emails")
      return this.fault === "no e-mails"
        ? Response.json({ message: "rate limited" }, { status: 403 })
        : Response.json(email === null ? [] : [{ email, primary: true, verified: isVerified }]);
    if (this.fault === "no profile") return Response.json({ message: "no" }, { status: 500 });
    if (this.fault === "profile garbage") return new Response("<html>", { status: 200 });
    return Response.json({
      id: Number(id),
      login: "ada",
      name,
      email: null,
      avatar_url: "https://a.example/a",
    });
  }

  /** The whole way: the button, the provider's page, and back. */
  async signIn(browser: Browser, provider: SocialProvider, next?: string): Promise<AuthAnswer> {
    return comeBack(browser, provider, this.consent(await startSignIn(browser, provider, next)));
  }

  /** Settles with the next question that the server asks. */
  whenAsked(): Promise<void> {
    return this.asked.promise;
  }

  /** As nobody has asked anything yet. */
  reset(): void {
    this.person = somebody();
    this.fault = undefined;
    this.asked = Promise.withResolvers<void>();
  }

  private tokens(form: URLSearchParams): Response {
    const grant = this.grants.get(form.get("code") ?? "");
    this.grants.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isOurs = form.get("client_secret") === SECRET && form.get("redirect_uri") === grant?.redirectUri;
    if (this.fault === "token refused" || grant?.challenge !== challenge || !isOurs)
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    if (this.fault === "token garbage") return new Response("<html>", { status: 200 });
    const idToken =
      this.fault?.startsWith("profile") || this.fault === "no profile" ? "garbage" : this.idToken();
    return Response.json({ access_token: "a-token", token_type: "bearer", scope: "", id_token: idToken });
  }

  private idToken(): string {
    const { id, name, email, isVerified } = this.person;
    const claims = { sub: id, name: name ?? undefined, email, email_verified: isVerified };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "RS256" })}.${part(claims)}.signature`;
  }
}

/** A person whom no test has met before. */
export function somebody(person: Partial<ProviderPerson> = {}): ProviderPerson {
  const id = String(Math.floor(Math.random() * 1e12));
  return { id, name: "Ada Lovelace", email: `p${id}@example.com`, isVerified: true, ...person };
}

/** For integration tests, above `useFirstAdmin`: both providers are set up, and played by what this returns. */
export function useIdentityProviders(): IdentityProviders {
  const providers = new IdentityProviders();
  const wire = globalThis.fetch;
  beforeAll(() => {
    for (const name of ["GITHUB", "GOOGLE"]) {
      vi.stubEnv(`${name}_CLIENT_ID`, "our-id");
      vi.stubEnv(`${name}_CLIENT_SECRET`, SECRET);
    }
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return (await providers.answer(url, init)) ?? wire(input, init);
    };
  });
  beforeEach(() => providers.reset());
  afterAll(() => {
    globalThis.fetch = wire;
  });
  return providers;
}

/** Presses a provider's button, as the page does. @returns the address of the provider's own page */
export async function startSignIn(browser: Browser, provider: SocialProvider, next = "/"): Promise<string> {
  const { status, body } = await browser.auth("/sign-in/social", {
    provider,
    callbackURL: next,
    errorCallbackURL: `/sign-in?${new URLSearchParams({ next })}`,
  });
  if (typeof body["url"] !== "string") throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
  return body["url"];
}

/** The way back from a provider. */
export function comeBack(browser: Browser, provider: string, query: URLSearchParams): Promise<AuthAnswer> {
  return browser.auth(`/callback/${provider}?${query}`);
}

/** The sentence that a person reads on the page of ours to which they were led. */
export function sentenceAt({ status, location }: Pick<AuthAnswer, "status" | "location">): string {
  const url = new URL(location ?? "", ORIGIN);
  if (status !== 302 || url.origin + url.pathname !== `${ORIGIN}/sign-in`)
    throw new Error(`They were led to ${location} with status ${status}.`);
  const { byCode, other } = strings.account.errors;
  const known: Readonly<Record<string, string>> = byCode;
  return known[url.searchParams.get("error") ?? ""] ?? other;
}
