/** Asks the server to stop the chat's running turn; its stream then ends by itself. False when that failed. */
export async function stopTurn(chatId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/chat/${chatId}/stop`, { method: "POST" });
    // 404: the turn has ended meanwhile, which is what was wanted.
    return response.ok || response.status === 404;
  } catch {
    return false;
  }
}
