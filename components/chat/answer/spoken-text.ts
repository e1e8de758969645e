/** About a minute of speech. */
const MAX_LENGTH = 1000;
const blocks = "p, li, h3, th, td, pre";
const silent = "annotation, figcaption, [aria-hidden=true]";

/**
 * An answer's text as it reads on the page, without Markdown's signs; of a long one only how it begins. Read from the
 * nodes themselves: `innerText` would have the browser lay out all that is out of sight.
 */
export function spokenText(answer: Element): { text: string; isWhole: boolean } {
  const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
  let text = "";
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest(silent)) continue;
    const around = parent?.closest(blocks) ?? null;
    if (text.length > MAX_LENGTH && around !== block) return { text, isWhole: false };
    if (around !== block && text !== "") text += "\n";
    block = around;
    text += node.nodeValue ?? "";
  }
  return { text: text.trim(), isWhole: true };
}
