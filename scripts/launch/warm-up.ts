/** Asks the development server for what a newcomer opens first, because it compiles a page when it is first asked. */
export async function warmUp(url: string): Promise<void> {
  for (const path of ["/", "/api/auth/get-session", "/api/chat"])
    await fetch(url + path).catch(() => undefined);
}
