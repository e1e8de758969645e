import type { Route } from "next";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { findOwnPath } from "./untrusted-markup";

/** A link in an answer; its target has passed the allow-list. */
export function Link({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  // Footnotes and the like: an answer has no anchors of its own.
  if (href === undefined || href.startsWith("#")) return <span>{children}</span>;
  const ownPath = findOwnPath(href);
  if (ownPath !== null) {
    return (
      <NextLink href={ownPath as Route} prefetch={false}>
        {children}
      </NextLink>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
