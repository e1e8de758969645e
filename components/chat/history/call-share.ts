/** Reads, makes or revokes a chat's link. Undefined when the server could not be asked. */
export async function callShare(
  chatId: string,
  method: "GET" | "POST" | "DELETE",
): Promise<{ path: string | null } | undefined> {
  try {
    const response = await fetch(`/api/chat/${chatId}/share`, { method });
    // Our own server's answer to our own page.
    return response.ok ? ((await response.json()) as { path: string | null }) : undefined;
  } catch {
    return undefined;
  }
}
