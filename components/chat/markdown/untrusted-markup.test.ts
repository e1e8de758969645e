import { describe, expect, it, vi } from "vitest";
import { type HastElement, textOf } from "./hast";
import { findOwnPath, untrustedMarkup } from "./untrusted-markup";

vi.mock(import("@/lib/config/product"), async (original) => {
  const { product } = await original();
  return { product: { ...product, imageHosts: ["*.pics.example"] } };
});

type Tree = { type: "root"; children: HastElement["children"] };
type Plugin = (options: unknown) => (tree: Tree) => Tree | undefined;

function cleanBy(plugins: unknown, ...children: HastElement["children"]): Tree {
  return (plugins as [Plugin, unknown][]).reduce<Tree>(
    (tree, [plugin, options]) => plugin(options)(tree) ?? tree,
    {
      type: "root",
      children: [{ type: "element", tagName: "p", properties: {}, children }],
    },
  );
}

const clean = (...children: HastElement["children"]) => cleanBy(untrustedMarkup, ...children);

const element = (tagName: string, properties: HastElement["properties"]): HastElement => ({
  type: "element",
  tagName,
  properties,
  children: [{ type: "text", value: "words" }],
});

describe("untrustedMarkup", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://evil.example/1",
    "irc://evil.example",
    "mailto:a@evil.example",
    "https://evil.example/",
    "https://evil.example@own.invalid.evil.example/",
    "https://own.invalid.evil.example/",
    "http://own.invalid/",
    "//evil.example/x",
    "/\\evil.example/x",
    "\\\\evil.example",
    "/..//evil.example",
  ])("keeps the words of a link to %j, not its target", (href) => {
    const tree = clean(element("a", { href }));
    expect(textOf(tree)).toBe("words");
    const targets = JSON.stringify(tree).match(/"href":"[^"]*"/g) ?? [];
    for (const target of targets) expect(target).toMatch(/^"href":"\/(?:\.\/\/)?[^/\\]/);
  });

  it.each(["/knowledge/guards#output", "/chat/abc?x=1", "./guards"])(
    "keeps a link to our own page %s",
    (href) => {
      expect(JSON.stringify(clean(element("a", { href })))).toContain('"href":"/');
    },
  );

  it.each([
    "https://github.com/vercel/ai",
    "https://en.wikipedia.org/wiki/Parapet",
    "https://cdn.pics.example/a.png",
    "http://localhost:3000/",
  ])("keeps a link to %s, a host on the list that the output guard goes by", (href) => {
    expect(JSON.stringify(clean(element("a", { href })))).toContain(`"href":"${href}"`);
  });

  it("drops whatever could run, load or place itself over the page", () => {
    const tree = clean(
      element("script", {}),
      element("iframe", { src: "https://evil.example" }),
      element("form", { action: "https://evil.example" }),
      element("p", { style: "position:fixed", className: ["fixed"], id: "content", onClick: "alert(1)" }),
      element("code", { className: ["language-ts", "fixed"], onMouseOver: "alert(1)" }),
    );
    expect(JSON.stringify(tree)).not.toMatch(
      /evil|script"|iframe|form"|position|fixed|onClick|onMouseOver|"id"/,
    );
    expect(JSON.stringify(tree)).toContain("language-ts");
  });

  it("shows an image's description instead of the image", () => {
    const tree = clean({
      ...element("img", { src: "https://evil.example/p.png", alt: "A chart" }),
      children: [],
    });
    expect(textOf(tree)).toBe("A chart");
    expect(JSON.stringify(tree)).not.toMatch(/img|evil/);
  });
});

it("links to nobody's own machine where the product says so", async () => {
  vi.resetModules();
  const { product } = await import("@/lib/config/product");
  vi.doMock("@/lib/config/product", () => ({ product: { ...product, allowLoopbackLinks: false } }));
  const { untrustedMarkup: strict } = await import("./untrusted-markup");
  const link = element("a", { href: "http://localhost:3000/" });
  expect(JSON.stringify(cleanBy(strict, link))).not.toContain("localhost");
});

describe("images", () => {
  it.each([
    ["https://pics.example/a.png", true],
    ["https://cdn.pics.example/a.png", true],
    ["http://pics.example/a.png", false],
    ["https://x@pics.example/a.png", false],
    ["https://pics.example.evil.example/a.png", false],
    ["/a.png", false],
    ["data:image/png;base64,AAAA", false],
    ["\\\\evil.example/a.png", false],
  ])("loads %s: %s", (src, isLoaded) => {
    const tree = clean({ ...element("img", { src, alt: "A chart" }), children: [] });
    expect(JSON.stringify(tree).includes(`"src":"${src}"`)).toBe(isLoaded);
    if (!isLoaded) expect(textOf(tree)).toBe("A chart");
  });
});

describe("findOwnPath", () => {
  it.each([
    ["/knowledge/a#b", "/knowledge/a#b"],
    ["https://own.invalid/knowledge/a", "/knowledge/a"],
    ["https://evil.example/", null],
    ["//evil.example/", null],
    ["/\\evil.example", null],
    ["/..//evil.example", null],
    ["/.//evil.example", null],
    ["http://[", null],
  ])("%j leads to %j", (href, path) => {
    expect(findOwnPath(href)).toBe(path);
  });
});
