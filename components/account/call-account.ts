import { formatWait } from "@/components/ui/format-wait";
import { strings } from "@/lib/config/strings";

export type AccountAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  /** `problem` is a sentence for people. */
  | { readonly ok: false; readonly code: string | undefined; readonly problem: string };

/** Calls a route of accounts. Does not throw: what went wrong is a sentence. */
export async function callAccount(
  path: string,
  body: Readonly<Record<string, unknown>> = {},
  method = "POST",
): Promise<AccountAnswer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    // Only a lost connection rejects.
    return { ok: false, code: undefined, problem: strings.account.errors.offline };
  }
  const parsed: unknown = await response.json().catch(() => ({}));
  const answer = (parsed ?? {}) as Readonly<Record<string, unknown>>;
  return response.ok ? { ok: true, body: answer } : refusalOf(response, answer);
}

function refusalOf(response: Response, body: Readonly<Record<string, unknown>>): AccountAnswer {
  const { errors } = strings.account;
  const code = typeof body["code"] === "string" ? body["code"] : undefined;
  const known = code === undefined ? undefined : problemOf(code);
  const wait = Number(response.headers.get("x-retry-after") ?? response.headers.get("retry-after"));
  if (known !== undefined) return { ok: false, code, problem: known };
  if (response.status === 429 && wait > 0) return { ok: false, code, problem: errors.wait(formatWait(wait)) };
  // Our own routes answer with a sentence; the sign-in library's are in another tone, and known by their code.
  const isOurs = code !== undefined && code === code.toLowerCase() && typeof body["message"] === "string";
  return { ok: false, code, problem: isOurs ? String(body["message"]) : errors.other };
}

/** The sentence for a code of the sign-in library; undefined when there is none. */
export function problemOf(code: string): string | undefined {
  const known: Readonly<Record<string, string>> = strings.account.errors.byCode;
  return Object.hasOwn(known, code) ? known[code] : undefined;
}
