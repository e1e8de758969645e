/** An id for a chat or a message, made in the browser: 128 random bits in the letters the server accepts. */
export function newId(): string {
  // randomUUID is missing on pages served over plain http, which a first try in a local network is.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
