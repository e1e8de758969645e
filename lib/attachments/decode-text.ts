import "server-only";

/** Byte order marks of UTF-16, which some Windows programs write. */
const encodings: readonly { readonly first: number; readonly second: number; readonly name: string }[] = [
  { first: 0xff, second: 0xfe, name: "utf-16le" },
  { first: 0xfe, second: 0xff, name: "utf-16be" },
];

/** A text file's text, without its byte order mark; null when it is not valid UTF-8 (or UTF-16 that says so), or has a NUL. */
export function decodeText(content: Uint8Array): string | null {
  const marked = encodings.find(({ first, second }) => content[0] === first && content[1] === second);
  try {
    const text = new TextDecoder(marked?.name ?? "utf-8", { fatal: true }).decode(content);
    return text.includes("\0") ? null : text;
  } catch (error) {
    // The only thing it throws for bytes that are no text.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
