import "server-only";

const ORIGIN = "http://own.invalid";

/** Where to go after signing in: what `?next=` names when it is a path of ours, else the start page. */
export function ownPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, ORIGIN)) return "/";
  // Browsers read `/\evil` and `/<tab>/evil` as another site; resolving them as a browser does tells.
  const url = new URL(next, ORIGIN);
  const path = url.pathname + url.search + url.hash;
  return url.origin === ORIGIN && !path.startsWith("//") ? path : "/";
}
