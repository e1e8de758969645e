import "server-only";

/**
 * Makes the anchors of one document as GitHub does: lower case, punctuation dropped, spaces to hyphens, and a number
 * behind the second and later of a kind. Index and reading page both use it, so a source's link finds its heading.
 */
export function createAnchors(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const anchor = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };
}
