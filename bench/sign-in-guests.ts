import type { ReadingJob } from "./reading-job";

const AT_ONCE = 8;

/** Signs guests in as a browser would, each from an address of its own, and returns what each has to send from then on. */
export async function signInGuests(url: string, guests: number): Promise<ReadingJob["readers"]> {
  const readers: ReadingJob["readers"][number][] = [];
  for (let first = 0; first < guests; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, guests - first) }, (_, index) => first + index);
    readers.push(...(await Promise.all(numbers.map((number) => signIn(url, number)))));
  }
  return readers;
}

async function signIn(url: string, number: number): Promise<ReadingJob["readers"][number]> {
  const address = { "x-forwarded-for": `10.0.${number >> 8}.${number & 255}` };
  const response = await fetch(`${url}/api/auth/sign-in/anonymous`, {
    method: "POST",
    headers: { ...address, "content-type": "application/json", origin: url },
    body: "{}",
  });
  if (!response.ok) throw new Error(`A guest could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((entry) => entry.split(";", 1)[0]);
  return { headers: { ...address, origin: url, cookie: cookie.join("; ") } };
}
