let signingIn: Promise<void> | undefined;

/**
 * Makes the visitor a guest. Callers at the same time share one request. Does not throw when the server refuses:
 * what was to be asked is then refused with a sentence of its own.
 */
export function signInGuest(): Promise<void> {
  signingIn ??= requestGuest().finally(() => {
    signingIn = undefined;
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

/** fetch that signs a guest in when there is no session (any more) and asks once more. @throws TypeError offline */
export async function fetchAsGuest(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (response.status !== 401) return response;
  await signInGuest();
  return fetch(input, init);
}
