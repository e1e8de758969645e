let isSignedOut = false;
let signingIn: Promise<void> | undefined;

/** The server saw no session with this page: the next question signs a guest in first, instead of failing once. */
export function noteSignedOut(): void {
  isSignedOut = true;
}

/**
 * Makes the visitor a guest. Callers at the same time share one request. Does not throw when the server refuses:
 * what was to be asked is then refused with a sentence of its own.
 */
function signInGuest(): Promise<void> {
  signingIn ??= requestGuest().finally(() => {
    signingIn = undefined;
    isSignedOut = false;
  });
  return signingIn;
}

async function requestGuest(): Promise<void> {
  await fetch("/api/auth/sign-in/anonymous", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
}

/** fetch as somebody: signs a guest in when there is no session (any more). @throws TypeError without a connection */
export function fetchAsGuest(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  return asGuest(() => fetch(input, init));
}

/** Sends a request as somebody, again after a guest was signed in when there is no session (any more). */
export async function asGuest(send: () => Promise<Response>): Promise<Response> {
  if (isSignedOut) await signInGuest();
  const response = await send();
  if (response.status !== 401) return response;
  await signInGuest();
  return send();
}
