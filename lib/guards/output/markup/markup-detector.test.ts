import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";

const show = (text: string, allowHosts: readonly string[] = ["ok.example"]) => {
  const guard = createOutputGuard({ surface: "text", allowHosts });
  return (guard.push(text) + guard.flush()).replaceAll("\u00a0", " ");
};

describe("MarkupDetector", () => {
  it.each([
    ["![a chart](https://bad.example/p.png)", "![a chart] (image removed)"],
    ["![](<//bad.example/p> 'title')", "![] (image removed)"],
    ["[![a](https://bad.example/1)](https://bad.example/2)", "[![a] (image removed)] (link removed)"],
    ["see [here](https://bad.example).", "see [here] (link removed)."],
    ["[a][b]\n\n[b]: https://bad.example/x", "[a][b]\n\n[b] (link removed)"],
    ["<https://bad.example/?d=1>", "(link removed)"],
    ["at https://bad.example/a(b), yes", "at (link removed), yes"],
    ["[x](//bad.example/unfinished", "[x] (link removed)"],
    ["www.bad.example", "(link removed)"],
    ["&#104;ttps://bad.example", "(link removed)"],
    ["[x](javascript:alert(1))", "[x] (link removed)"],
    ["[x]( java&#115;cript&colon;alert(1))", "[x] (link removed)"],
    ["[x]( https:\\\\bad.example)", "[x] (link removed)"],
    ["[x](https://ok.example@bad.example/)", "[x] (link removed)"],
    ["[x](https://ok.example:8443/)", "[x] (link removed)"],
    ["<script src=//bad.example/x.js></script>", "(html removed)(html removed)"],
    ["<img src=x onerror=alert(1)>", "(html removed)"],
    ['<img src="\\\\bad.example/x">', "(html removed)"],
    ['<img src="\\/bad.example/x">', "(html removed)"],
    ["<img src=\\\\bad.example/x>", "(html removed)"],
    ['<img srcset="\\\\bad.example/x 1x">', "(html removed)"],
    ['<table background="\\&#92;bad.example/x">', "(html removed)"],
    ['<a href="\\\\bad.example/x">go</a>', "(html removed)go</a>"],
    ["a <b style='background:url(//bad.example)'>b</b>", "a (html removed)b</b>"],
    ["a <scr<script>ipt>alert(1)", "a <scr(html removed)ipt>alert(1)"],
    ["https:<script>//bad.example", "https:(html removed)//bad.example"],
    ["`<b` ![x](//bad.example) `", "`<b` ![x] (image removed) `"],
    ["| ` | ![x](//bad.example) | ` |", "| ` | ![x] (image removed) | ` |"],
    ["[a](/`) ![b](//bad.example) `", "[a](/`) ![b] (image removed) `"],
    ["<\n```\n\n```\n![x](//bad.example)", "<\n```\n\n```\n![x] (image removed)"],
    ["<x\n~~~\n\n~~~\n<img src=//bad.example>", "<x\n~~~\n\n~~~\n(html removed)"],
    ["<div>\n```\n\n```\n![x](//bad.example)", "<div>\n```\n\n```\n![x] (image removed)"],
    ["<div>\n```\n\n<\n```\n\n```\n![x](//bad.example)", "<div>\n```\n\n<\n```\n\n```\n![x] (image removed)"],
    ...[
      // Fences and tags that only some readers of Markdown take for such, each with live markup at its end.
      "```\n    1. ```\n-->\n```\n",
      "```\n- 1. ```\n```\n",
      "```\n> ```\n```\n",
      "  ```\ncode\n```\n",
      "~~~\n    ~~~\n~~~\n",
      "- a\n   ```\n  x\n  ```\n",
      "\n1. <pre>\n\n</pre>\n~~~\n",
      "> <pre>\n</pre>\n```\n# h\n\n",
      "# h\n<x y>\n```\n\n",
      "    <pre>\n</pre>\n```\n<pre>\n",
      "-->\n<a>\n<pre>\n<\n\n```\n",
    ].map((before): [string, string] => [`${before}![x](//bad.example)`, `${before}![x] (image removed)`]),
    ["> ```\n![x](//bad.example)", "> ```\n![x] (image removed)"],
    ["- ```\n![x](//bad.example)", "- ```\n![x] (image removed)"],
    ["<div>\n```\n<img src=//bad.example>\n```", "<div>\n```\n(html removed)\n```"],
    [
      '```mermaid\nclick A href "https://bad.example/?d=1"\n```',
      '```mermaid\nclick A href "(link removed)"\n```',
    ],
  ])("neutralises %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each([
    "[docs](/knowledge/providers#adding), [file](./a.md), [up](../b), [top](#top), <br> and <details><summary>x</summary>",
    "![logo](/logo.png) and [ok](https://ok.example/page?sort=up&lang=en) and https://ok.example.",
    "`<script>` and `![x](//bad.example)` are code, as is ``a ` <img src=//bad.example> b``.",
    "```html\n<script src=https://bad.example></script>\n```\nafter",
    "1. one\n\n   ```sh\n   curl https://bad.example\n   ```\n2. two",
    "~~~\n<iframe src=//bad.example>\n~~~",
    "a < b, x <y and z> w, i<n; <your-name> and <T>, arr[i](x), [1] and [x] of [y]",
    "http://localhost:3000 runs, http:// is a scheme, and javascript: the good parts",
    "<details>\n<summary>More</summary>\n\n```html\n<script src=//bad.example>\n```\n\n</details>\n\n```\n![x](//bad.example)\n```",
    '<p align="center"><img src="https://ok.example/a.png" width="30" alt="A"></p>',
    "<!-- a comment -->\n```js\nconst a = '<b onclick=x>';\n```",
  ])("leaves %j as it is", (text) => {
    expect(show(text)).toBe(text);
  });

  it.each([
    "![x](https://ok.example/p.png?d=am9obkBjb3JwLmNvbTo0MTEx)",
    "![x](https://ok.example/p.png?d=the+user+asked+about+salary)",
    "![x](https://ok.example/6a6f686e40636f72702e636f6d3a34313131/p.png)",
    "![x](https://ok.example/p.png?mail=john%40corp.com)",
  ])("stops data smuggled to an allowed host in %j", (text) => {
    expect(show(text)).toBe("![x] (image removed)");
  });

  it("holds ordinary prose no longer than a word", () => {
    const guard = createOutputGuard({
      surface: "text",
      systemPrompt: "You are a helpful assistant of a bakery in Lisbon.",
    });
    expect(guard.push("Rye")).toBe("");
    expect(guard.push(" bread")).toBe("Rye ");
    expect(guard.push(" keeps (for a week) and")).toBe("bread keeps (for a week) ");
    expect(guard.heldLength).toBe(3);
  });
});
