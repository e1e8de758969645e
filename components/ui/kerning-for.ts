/**
 * The class for a text of unknown origin. Browsers lay out an endless word line by line and shape all the rest of it
 * again for each line where letters are kerned: 20,000 letters then take seconds instead of milliseconds.
 */
export function kerningFor(text: string): string {
  return /\S{1000}/.test(text) ? "[font-kerning:none]" : "";
}
