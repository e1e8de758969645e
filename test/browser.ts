import { ADDRESS_HEADER } from "@/lib/auth/client-address";
import { handleAuth } from "@/lib/auth/handle-auth";

/** Where the tests' pages are. */
export const ORIGIN = "http://chat.test";

let browsers = 0;

/** A browser at an address of its own (RFC 2544's range), so that tests do not share limits. */
export function newBrowser(): Browser {
  const number = browsers++;
  return new Browser(`198.18.${number >> 8}.${number & 255}`);
}

export type AuthAnswer = {
  readonly status: number;
  /** Where the browser is led. */
  readonly location: string | null;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What a browser does for the routes of accounts: keeps cookies, and sends them with its origin. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  /** A request as this browser would send it. */
  request(path: string, body?: unknown, method = body === undefined ? "GET" : "POST"): Request {
    return new Request(ORIGIN + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        "content-type": "application/json",
        host: new URL(ORIGIN).host,
        origin: ORIGIN,
        "user-agent": "Test/1.0",
        [ADDRESS_HEADER]: this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
  }

  /** Calls a route of the sign-in library and keeps the cookies that it sets. */
  async auth(path: string, body?: unknown): Promise<AuthAnswer> {
    const response = await handleAuth(this.request(`/api/auth${path}`, body));
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const parsed: unknown = text.startsWith("{") ? JSON.parse(text) : {};
    return {
      status: response.status,
      location: response.headers.get("location"),
      retryAfter: response.headers.get("retry-after"),
      body: parsed as AuthAnswer["body"],
    };
  }

  /** The id of the person it signs in as a guest. */
  async becomeGuest(): Promise<string> {
    return userIdOf(await this.auth("/sign-in/anonymous", {}));
  }

  /** The id of the person whose account it makes. */
  async signUp(email: string, password = "correct horse battery"): Promise<string> {
    return userIdOf(await this.auth("/sign-up/email", { name: "Ada", email, password }));
  }

  signIn(email: string, password = "correct horse battery"): Promise<AuthAnswer> {
    return this.auth("/sign-in/email", { email, password });
  }

  private keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const equals = pair.indexOf("=");
    const isGone = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
    if (isGone) this.cookies.delete(pair.slice(0, equals));
    else this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
}

function userIdOf({ status, body }: AuthAnswer): string {
  const { user } = body as { user?: { id?: string } };
  if (user?.id === undefined) throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
  return user.id;
}
