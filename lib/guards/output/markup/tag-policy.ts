import "server-only";
import { autolink } from "./address-scanner";
import { decodeEntities } from "./decode-address";
import { activeElements, addressAttributes, plainElements, plainStyles } from "./html-names";
import type { AddressJudge } from "./link-policy";

/** Says what is wrong with a tag as it is written, from `<` to `>`, or null when it may stand. */
export type TagJudge = (tag: string) => string | null;

const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'>][^\s>]*)))?/g;

/**
 * Lets plain formatting stand, with attributes that do nothing; links and images under the judge of addresses. What
 * is no element at all ("<your-name>", "<Item />") is text that nobody draws, and may stand when it can't act.
 */
export function createTagJudge(judgeAddress: AddressJudge): TagJudge {
  return (tag) => {
    const [, slash = "", name = ""] = /^<(\/?)([^\s/>]*)/.exec(tag) ?? [];
    // An address in angle brackets is judged as one.
    if (autolink.exec(tag)?.[0] === tag) return null;
    const reason = judgeElement(name.toLowerCase());
    if (reason || (slash !== "" && plainElements.has(name.toLowerCase()))) return reason;
    const rest = tag.slice(1 + slash.length + name.length).replace(/\/?>$/, "");
    const reasons = [...rest.matchAll(attribute)].map(([, written = "", double, single, bare]) =>
      judgeAttribute(written.toLowerCase(), double ?? single ?? bare ?? "", judgeAddress),
    );
    return reasons.find((found) => found !== null) ?? null;
  };
}

function judgeElement(element: string): string | null {
  if (!/^[a-z][a-z0-9-]*$/.test(element)) return "html-tag";
  return activeElements.has(element) ? "active-element" : null;
}

function judgeAttribute(name: string, value: string, judgeAddress: AddressJudge): string | null {
  if (name.startsWith("on") || name.includes(":") || forbiddenAttributes.has(name)) return "active-attribute";
  if (name === "style") return isPlainStyle(value) ? null : "active-style";
  const use = addressAttributes[name];
  const decoded = decodeEntities(value);
  const addresses =
    use === "list" ? decoded.split(",").map((part) => part.trim().split(/\s/)[0] ?? "") : [decoded];
  const isBad = addresses.some(
    (address) => judgeAddress(address, use === "link" ? "link" : "image") !== null,
  );
  // Any other value may be an address to somebody.
  const mayBeAddress = /(?:script|data)\s*:|:[\\/]{2}|^\s*[\\/]{2}|url\s*\(/i.test(decoded);
  return isBad && (use || mayBeAddress) ? "address-in-tag" : null;
}

const forbiddenAttributes = new Set(["srcdoc", "http-equiv", "formaction", "ping", "xmlns"]);

function isPlainStyle(style: string): boolean {
  const text = decodeEntities(style);
  if (/[\\@<>]|\/\*/.test(text)) return false;
  return text.split(";").every((rule) => {
    const [property = "", value = "", ...more] = rule.split(":");
    return (
      rule.trim() === "" ||
      (more.length === 0 && plainStyles.has(property.trim().toLowerCase()) && !value.includes("("))
    );
  });
}
