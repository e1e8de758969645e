/** Returns the parsed JSON, or undefined when the text is none: JSON itself has no undefined. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
