import { describe, expect, it } from "vitest";
import { MarkdownReader } from "./markdown-reader";
import type { Reading } from "./marks";

const read = (text: string, reading: Reading = "drawn") => {
  const drawn: { character: string; start: number; end: number }[] = [];
  const reader = new MarkdownReader(reading, (code, start, end) => {
    drawn.push({ character: String.fromCharCode(code), start, end });
  });
  for (let index = 0; index < text.length; index++) reader.step(text.charCodeAt(index), index);
  reader.end(text.length);
  return drawn;
};
const draw = (text: string, reading?: Reading) =>
  read(text, reading)
    .map(({ character }) => character)
    .join("");

describe("MarkdownReader", () => {
  it.each([
    ["a&#64;b&#x40;c&commat;d", "a@b@c@d"],
    ["R&D &nosuch; AT&T & co", "R&D &nosuch; AT&T & co"],
    ["&amp;#64; &#64bob", "&#64; @bob"],
    ["a\\_b \\a C:\\dir \\u0041\\u{42}\\x43 \\u00", "a_b \\a C:\\dir ABC \\u00"],
    ["**a** *b*c* _d_ ~~e~~", "a bc d e"],
    ["ghp_&#65; _a_b_ __c__ (_d_) _e ghp_**f**", "ghp_A a_b c (d) e ghpf"],
    ["_a\n\nghp_**f**", "a\n\nghp_f"],
    ["2 * 3 and snake_case _ x", "2 * 3 and snake_case _ x"],
    ["<b>a</b><br>b <!-- c -->d<p class='x>y'>e", "a\nb d\ne"],
    ["a < b, <3 and <a b c", "a < b, <3 and <a b c"],
    ['[a](/b "c")d [e][f] [g] h](', "ad e g h("],
    ["[a](b [c](/d)e", "a(b ce"],
    ["a\u200bb\u00adc\u{e0041}d😀", "abcd😀"],
    ["`a`b", "ab"],
  ])("draws %j as %j", (text, drawn) => {
    expect(draw(text)).toBe(drawn);
  });

  it("undoes only what spells characters when that is asked for", () => {
    expect(draw("**a**&#64;[b](/c)<i>\\_\u200b", "decoded")).toBe("**a**@[b](/c)<i>_");
  });

  it("knows where each character stands", () => {
    expect(read("a&#64;\\_**b**")).toEqual([
      { character: "a", start: 0, end: 1 },
      { character: "@", start: 1, end: 6 },
      { character: "_", start: 6, end: 8 },
      { character: "b", start: 10, end: 11 },
    ]);
  });

  it("draws every character of what fails once", () => {
    for (const unit of ["](a", "<a b ", "&#x", "<!--", '](<a x="', "\\u{"]) {
      const drawn = read(unit.repeat(2000));
      expect(drawn.every(({ start }, at) => at === 0 || start > (drawn[at - 1]?.start ?? 0))).toBe(true);
      expect(drawn.length).toBeGreaterThan(2000);
    }
  });
});
