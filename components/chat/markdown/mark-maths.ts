/** Begin the text of a code span that is maths: signs that no text has, as they are for private use. */
const INLINE = "\uE000";
const DISPLAY = "\uE001";

/** No formula is longer, or goes on behind a blank line: so an unclosed one costs little. */
const inner = String.raw`(?:(?!\n[ \t]*\n)[\s\S]){1,2000}?`;
const alternatives = [
  // What may hold the same signs and is no maths.
  String.raw`(?<code>^[ >\t]*(?<fence>${"`"}{3,}|~{3,})[\s\S]*?(?:^[ >\t]*\k<fence>[${"`"}~]*[ \t]*$|(?![\s\S]))|(?<ticks>${"`"}+)(?!${"`"})[\s\S]*?(?<!${"`"})\k<ticks>(?!${"`"}))`,
  String.raw`\\\[(?<bracketed>${inner})\\\]`,
  String.raw`\\\((?<parenthesised>${inner})\\\)`,
  String.raw`(?<escaped>\\[\\$${"`"}])`,
  String.raw`\$\$(?<display>${inner})\$\$`,
  // A dollar sign at a number is a price, unless the formula is closed where a formula can be.
  String.raw`(?<![\w$])\$(?<inline>(?![\s$]|\d[\d.,]*\s+[a-z]{2})[^$\n]{0,300}?[^\s$\\])\$(?![\w$])`,
];
const maths = new RegExp(alternatives.join("|"), "gmu");

/** An opening at the end of a text that still grows: what it opens is shown once it is whole. */
const unclosed =
  /(?:\\\(|\\\[|\$\$)(?:(?!\n[ \t]*\n)[\s\S]){0,2000}$|(?<![\w$\\])\$(?![\s\d]|[A-Z_]{2})[^$\n]{0,200}$|[\\$]$/u;

/** Turns maths into code spans that `readMaths` knows again, as no Markdown may be read inside a formula. */
export function markMaths(text: string, isGrowing: boolean): string {
  if (!/[$\\]/.test(text)) return text;
  let rest = 0;
  const marked = text.replace(maths, (...found) => {
    const groups: Record<string, string | undefined> = found.at(-1);
    const whole: string = found[0];
    rest = (found.at(-3) as number) + whole.length;
    const display = groups["bracketed"] ?? groups["display"];
    const formula = display ?? groups["parenthesised"] ?? groups["inline"];
    if (formula === undefined || formula.trim() === "") return whole;
    return codeSpan((display === undefined ? INLINE : DISPLAY) + formula.trim());
  });
  if (!isGrowing) return marked;
  const end = text.slice(rest);
  const cut = unclosed.exec(end);
  return cut === null ? marked : marked.slice(0, marked.length - end.length + cut.index);
}

function codeSpan(text: string): string {
  const ticks = "`".repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${ticks}${text}${text.endsWith("`") ? " " : ""}${ticks}`;
}

export type Maths = { readonly formula: string; readonly isDisplay: boolean };

/** The formula in a code span of `markMaths`; null where it is code. */
export function readMaths(code: string): Maths | null {
  const sign = code.charAt(0);
  if (sign !== INLINE && sign !== DISPLAY) return null;
  return { formula: code.slice(1).trim(), isDisplay: sign === DISPLAY };
}
