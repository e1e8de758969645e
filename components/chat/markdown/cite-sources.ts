import { type HastNode, type HastParent, replaceTexts } from "./hast";

/** Code keeps its brackets, and a link cannot hold another one. */
const skippedTags: ReadonlySet<string> = new Set(["code", "pre", "a"]);

const marker = /\[(\d{1,3})\]/g;

/** Turns `[1]` in the text of an answer into a `source-mark` element, which the page links to the source. */
export function citeSources() {
  return (tree: HastParent): void => {
    replaceTexts(tree, skippedTags, ({ value }) => {
      const nodes: HastNode[] = [];
      let end = 0;
      for (const match of value.matchAll(marker)) {
        if (match.index > end) nodes.push({ type: "text", value: value.slice(end, match.index) });
        nodes.push({
          type: "element",
          tagName: "source-mark",
          properties: { number: Number(match[1]) },
          children: [{ type: "text", value: match[0] }],
        });
        end = match.index + match[0].length;
      }
      if (end < value.length) nodes.push({ type: "text", value: value.slice(end) });
      return nodes;
    });
  };
}
