import "server-only";
import { createAnchors } from "./heading-anchors";

/** Where a document of the knowledge base is read. */
export function documentUrl(slug: string): string {
  return `/knowledge/${encodeURIComponent(slug)}`;
}

/**
 * A link as it must stand outside its document: links between the files (`guards.md#…`) and inside one (`#…`) become
 * links to the reading pages; all others stay as they are.
 */
export function resolveLink(target: string, slug: string): string {
  if (target.startsWith("#")) return documentUrl(slug) + target;
  const file = /^(?:\.\/)?([^/:#?]+)\.md(#.*)?$/i.exec(target);
  if (file?.[1] === undefined) return target;
  return documentUrl(createAnchors()(file[1].replaceAll("%20", " "))) + (file[2] ?? "");
}
