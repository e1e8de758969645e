import type { Route } from "next";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { findOwnPath } from "./untrusted-markup";

/** A link in an answer, whose target has passed the allow-list, or to the page of a source. */
export function Link({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  // Anchors lead nowhere: an answer has none of its own.
  const ownPath = href === undefined || href.startsWith("#") ? null : findOwnPath(href);
  if (ownPath !== null) {
    return (
      <NextLink href={ownPath as Route} prefetch={false}>
        {children}
      </NextLink>
    );
  }
  if (href === undefined || !/^https?:\/\//.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
