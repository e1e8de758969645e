import type { ExtraProps } from "streamdown";

/** Nodes of the HTML tree that streamdown hands to its plugins and components. */
export type HastElement = NonNullable<ExtraProps["node"]>;
export type HastNode = HastElement["children"][number];
export type HastText = Extract<HastNode, { type: "text" }>;
export type HastParent = { children: HastNode[] };

/** All text inside a node, as it stands. */
export function textOf(node: HastNode | HastParent): string {
  if ("value" in node) return node.type === "text" ? node.value : "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Calls `replace` for every text outside of the named elements and puts what it returns in the text's place. */
export function replaceTexts(
  parent: HastParent,
  skippedTags: ReadonlySet<string>,
  replace: (text: HastText) => HastNode[],
): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === "text") return replace(child);
    if (child.type === "element" && !skippedTags.has(child.tagName))
      replaceTexts(child, skippedTags, replace);
    return [child];
  });
}
