import "server-only";

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
  return file?.[1] === undefined ? target : documentUrl(file[1].toLowerCase()) + (file[2] ?? "");
}
