import "server-only";
import { isRandom } from "../secrets/randomness";
import { type QuotedSpan, secretNoun } from "./quoted-spans";

// Without quotes only at the end of a clause: "the password is hidden from users" names none.
const named = new RegExp(
  `(?i:${secretNoun})\\s*(?:is|=|==|:|equals|ist|es|est|は|是)\\s*:?\\s*([^\\s"'“”‘’«»\`,;]{4,80})(?=[.,;!]?[^\\S\\n]*(?:$|\\n|\\p{Lu}))`,
  "gu",
);
const inSecretWords =
  /^(?:the|a|an|this|that|it|not|correct|incorrect|wrong|right|valid|invalid|given|entered|provided|secret|below|above|following|password|access|granted|denied|true|false|none|null|exactly|only|known|shown|formed|required|in|one|never|always|safe|hidden|user|what)$/i;
const modelName = /^(?:gpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|grok|phi|o\d)[-\d]/i;

const minWordChars = 4;

/**
 * The values in our own instructions that must never be said: what is named as a password or the like, and what looks
 * drawn by a machine. Shorter than four characters nothing can be told from prose.
 */
export function findPlantedValues(systemPrompt: string, spans: readonly QuotedSpan[]): string[] {
  const quoted = spans.filter(({ use }) => use === "secret").map(({ value }) => value);
  const unquoted = [...systemPrompt.matchAll(named)].map(([, value = ""]) => value);
  const values = [...quoted, ...unquoted].map((value) => value.replace(/[.,;:!?)]+$/, ""));
  const told = values.filter(
    (value) => value.length >= minWordChars && value.length <= 80 && !inSecretWords.test(value),
  );
  const tokens = [...systemPrompt.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.-]{7,}[\p{L}\p{N}]/gu)].map(
    ([token]) => token,
  );
  return [...new Set([...told, ...tokens.filter(isDrawn)])];
}

function isDrawn(token: string): boolean {
  if (
    modelName.test(token) ||
    /^\d{4}-\d\d-\d\d|^v?\d+(?:\.\d+)+$|\.(?:com|org|net|io|dev|md|js|ts|json|html)$/i.test(token)
  )
    return false;
  const isMarked = /canary|secret|token/i.test(token) && /\d/.test(token);
  return isMarked || isRandom(token);
}
