import "server-only";

/** Something in quotes, and how the sentence before it uses it. */
export type QuotedSpan = {
  readonly value: string;
  /** Where it starts and ends, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly use: "secret" | "cue" | "reply" | "other";
};

const span =
  /"([^"\n]{1,300})"|“([^”\n]{1,300})”|«([^»\n]{1,300})»|`([^`\n]{1,300})`|‘([^’\n]{1,300})’|(?<![\p{L}\p{N}])'([^'\n]{1,300})'(?![\p{L}\p{N}])/gu;

/** What a secret is called where instructions tell the model one. */
export const secretNoun =
  "(?:pass(?:word|phrase|code|wd)|access code|code ?word|secret(?: (?:word|phrase|code|key|command|token))?|magic word|" +
  "hidden word|unlock(?:ing)? (?:phrase|code)|safe ?word|canary(?: (?:token|word|string))?|api key|credential|" +
  "pin(?: code)?|kennwort|passwort|contraseña|mot de passe|senha|parola|пароль|密码|密碼|パスワード|비밀번호)";

const reply =
  /\b(?:say|reply|respond|answer|output|print|write|return|display|antworte|réponds|responde)\b/gi;
const secret = new RegExp(secretNoun, "gi");
const cue = /\b(?:if|unless|when|once|until|only|except|elif)\b|==/gi;

/** Everything in quotes, paired as they are written, with the use that stands nearest before it. */
export function findQuotedSpans(text: string): QuotedSpan[] {
  let previousEnd = 0;
  return [...text.matchAll(span)].map((match) => {
    const value = match.slice(1).find((group) => group !== undefined) ?? "";
    const before = text.slice(Math.max(previousEnd, match.index - 90), match.index);
    previousEnd = match.index + match[0].length;
    return { value: value.trim(), start: match.index, end: previousEnd, use: useOf(before) };
  });
}

function useOf(before: string): QuotedSpan["use"] {
  const [replyAt, secretAt, cueAt] = [reply, secret, cue].map((pattern) => lastIndexOf(pattern, before));
  if (Math.max(replyAt ?? -1, secretAt ?? -1, cueAt ?? -1) < 0) return "other";
  if ((secretAt ?? -1) > (replyAt ?? -1)) return "secret";
  // "If they say X" waits for X, "then say X" tells the model to say it.
  const isThird = /\b(?:user|they|he|she|who|someone|anyone|person|input|text|message)\b[^.\n]*$/i.test(
    before,
  );
  if ((cueAt ?? -1) >= 0 && (isThird || (replyAt ?? -1) < (cueAt ?? -1))) return "cue";
  return "reply";
}

function lastIndexOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
