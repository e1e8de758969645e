import { strings } from "@/lib/config/strings";

/** What went wrong: a sentence for people, or one that says how long to wait, until a time in milliseconds. */
export type AccountProblem =
  | string
  | { readonly sentence: (wait: string) => string; readonly untilMs: number };

export type AccountAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string | undefined; readonly problem: AccountProblem };

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
  const waitSeconds = Number(response.headers.get("retry-after"));
  if (known !== undefined) return { ok: false, code, problem: known };
  if (response.status === 429 && waitSeconds > 0) {
    const sentence = code === "TOO_MANY_GUESSES" ? errors.waitGuesses : errors.wait;
    return { ok: false, code, problem: { sentence, untilMs: Date.now() + waitSeconds * 1000 } };
  }
  // Our own routes answer with a sentence; the sign-in library's are in another tone, and known by their code.
  const isOurs = code !== undefined && code === code.toLowerCase() && typeof body["message"] === "string";
  return { ok: false, code, problem: isOurs ? String(body["message"]) : errors.other };
}

/** The sentence for a code of the sign-in library; undefined when there is none. */
export function problemOf(code: string): string | undefined {
  const known: Readonly<Record<string, string>> = strings.account.errors.byCode;
  return Object.hasOwn(known, code) ? known[code] : undefined;
}
