import { harden } from "rehype-harden";
import rehypeSanitize, { type Options } from "rehype-sanitize";
import type { StreamdownProps } from "streamdown";
import { product } from "@/lib/config/product";
import { createHostJudge } from "@/lib/protocol/link-hosts";
import type { HastParent } from "./hast";

/** Stands for this site while links are judged; relative links are resolved against it and stay relative. */
const OWN_ORIGIN = "https://own.invalid";

/** What an answer may be made of. HTML in it is shown as text, because rehype-raw is not among the plugins. */
const allowedMarkup: Options = {
  tagNames: [
    ...["p", "br", "hr", "strong", "em", "del", "a", "blockquote", "code", "pre", "img"],
    ...["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "input"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
    a: ["href"],
    img: ["alt", "src"],
    ol: ["start"],
    code: [["className", /^language-[\w+#.-]{1,32}$/]],
    input: [["type", "checkbox"], "checked"],
    th: ["align"],
    td: ["align"],
  },
  protocols: { href: ["http", "https"], src: ["https"] },
};

const hosts = createHostJudge(product);

/** Leaves of a link to a host that is not on the list only its text, and of an image from one only its description. */
function unlinkUnknownHosts(): (tree: HastParent) => void {
  return function unlink(parent: HastParent): void {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      if (child.tagName === "a" && !isKnown(String(child.properties["href"] ?? ""))) {
        child.tagName = "span";
        child.properties = {};
      }
      if (child.tagName === "img" && !isLoadable(String(child.properties["src"] ?? "")))
        delete child.properties["src"];
      unlink(child);
    }
  };
}

function isKnown(href: string): boolean {
  const url = URL.parse(href, OWN_ORIGIN);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.origin === OWN_ORIGIN || hosts.mayLink(url);
}

function isLoadable(src: string): boolean {
  const url = URL.parse(src, OWN_ORIGIN);
  return url !== null && url.username === "" && url.password === "" && hosts.mayLoad(url);
}

/** The rehype plugins every text of a model or a document goes through, before any of ours. */
export const untrustedMarkup: NonNullable<StreamdownProps["rehypePlugins"]> = [
  [rehypeSanitize, allowedMarkup],
  [unlinkUnknownHosts, {}],
  [
    harden,
    {
      defaultOrigin: OWN_ORIGIN,
      allowedLinkPrefixes: ["*"],
      allowedImagePrefixes: product.imageHosts.length > 0 ? ["*"] : [],
      allowedProtocols: [],
      allowDataImages: false,
      linkBlockPolicy: "text-only",
      imageBlockPolicy: "text-only",
    },
  ],
];

/** The address of one of our own pages, or null when the link leads elsewhere. */
export function findOwnPath(href: string): string | null {
  const url = URL.parse(href, OWN_ORIGIN);
  // A path that begins with two slashes would, written out, be the name of another host.
  if (url?.origin !== OWN_ORIGIN || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
