/** A node of a parsed file, as ESTree and its extension for JSX name them. */
export type Node = Readonly<Record<string, unknown>>;

/** Shows `see` every node in the value, outer ones first; what is inside a node for which it gives false is left out. */
export function visitNodes(value: unknown, see: (node: Node) => unknown): void {
  if (Array.isArray(value)) for (const item of value) visitNodes(item, see);
  else if (typeof value === "object" && value !== null) {
    if ("type" in value && see(value as Node) === false) return;
    for (const child of Object.values(value)) visitNodes(child, see);
  }
}
