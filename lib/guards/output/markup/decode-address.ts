import "server-only";

// The named entities that can spell a part of an address; others stay and then name no host.
const namedCharacters: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  ast: "*",
  bsol: "\\",
  colon: ":",
  comma: ",",
  commat: "@",
  dollar: "$",
  equals: "=",
  excl: "!",
  grave: "`",
  gt: ">",
  diacriticalgrave: "`",
  hat: "^",
  hyphen: "-",
  ic: "\u2063",
  invisiblecomma: "\u2063",
  invisibletimes: "\u2062",
  it: "\u2062",
  lbrace: "{",
  lbrack: "[",
  lcub: "{",
  lowbar: "_",
  lpar: "(",
  lrm: "\u200e",
  lsqb: "[",
  lt: "<",
  midast: "*",
  nbsp: " ",
  nobreak: "\u2060",
  newline: "\n",
  num: "#",
  percnt: "%",
  period: ".",
  plus: "+",
  quest: "?",
  quot: '"',
  rbrace: "}",
  rbrack: "]",
  rcub: "}",
  rlm: "\u200f",
  rpar: ")",
  rsqb: "]",
  semi: ";",
  shy: "\u00ad",
  sol: "/",
  tab: "\t",
  underbar: "_",
  verbar: "|",
  vert: "|",
  verticalline: "|",
  zerowidthspace: "\u200b",
  zwj: "\u200d",
  zwnj: "\u200c",
};

const entity = /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]{2,16}));?/gi;

/** Puts the characters that HTML entities stand for in their place, numeric ones without a semicolon too. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined)
      return whole.endsWith(";") ? (namedCharacters[name.toLowerCase()] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The address that a Markdown reader makes of a written one: escapes and entities resolved. */
export function decodeAddress(written: string): string {
  return decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}
