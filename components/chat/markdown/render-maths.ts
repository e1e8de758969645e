import katex from "katex";
import "katex/dist/katex.min.css";

/** Ems; larger sizes are for pages of their own. */
const MAX_SIZE = 20;
const MAX_MACROS = 200;

/**
 * Draws a formula as nodes of the page, never by way of HTML text. Commands that link, load or style are not followed.
 * False where it is no formula.
 */
export function renderMaths(formula: string, isDisplay: boolean, place: HTMLElement): boolean {
  try {
    katex.render(formula, place, {
      displayMode: isDisplay,
      trust: false,
      strict: "ignore",
      maxSize: MAX_SIZE,
      maxExpand: MAX_MACROS,
    });
    return true;
  } catch (error) {
    if (error instanceof katex.ParseError) return false;
    throw error;
  }
}
