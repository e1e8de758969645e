import "server-only";
import { isRandom } from "../secrets/randomness";

// What a secret is called where instructions tell the model one.
const secretNoun =
  "(?:pass(?:word|phrase|code|wd)|access code|code ?word|secret(?: (?:word|phrase|code|key|command|token))?|magic word|" +
  "unlock(?:ing)? (?:phrase|code)|safe ?word|canary(?: (?:token|word|string))?|api key|credential|pin(?: code)?|" +
  "kennwort|passwort|contraseña|mot de passe|senha|parola|пароль|密码|密碼|パスワード|비밀번호)";
const quote = "[\"'“”‘’«»`]";
const quoted = new RegExp(
  `${secretNoun}[^\\n"'“”‘’«»\`]{0,60}${quote}([^"'“”‘’«»\`\\n]{3,80})${quote}`,
  "giu",
);
const named = new RegExp(
  `${secretNoun}\\s*(?:is|=|==|:|equals|ist|es|est|は|是)\\s*:?\\s*([^\\s"'“”‘’«»\`,;]{4,80})`,
  "giu",
);
const inSecretWords =
  /^(?:the|a|an|this|that|it|not|correct|incorrect|wrong|right|valid|invalid|given|entered|provided|secret|below|above|following|password|access|granted|denied|true|false|none|null|exactly|only|known|shown|formed|required|in|one|never|always|safe|hidden|user|what)$/i;
const modelName = /^(?:gpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|grok|phi|o\d)[-\d]/i;

const minWordChars = 4;

/**
 * The values in our own instructions that must never be said: what is named as a password or the like, and what looks
 * drawn by a machine. Shorter than four characters nothing can be told from prose.
 */
export function findPlantedValues(systemPrompt: string): string[] {
  const values = new Set<string>();
  for (const pattern of [quoted, named]) {
    for (const [whole, value = ""] of systemPrompt.matchAll(pattern)) {
      const trimmed = value.trim().replace(/[.,;:!?)]+$/, "");
      const isReply =
        /\b(?:say|reply|respond|output|print|answer|write|return)\b[^"'“”‘’«»`]*["'“‘«`]?[^"'“”‘’«»`]*$/i.test(
          whole.slice(0, whole.lastIndexOf(value)),
        );
      if (trimmed.length >= minWordChars && !inSecretWords.test(trimmed) && !isReply) values.add(trimmed);
    }
  }
  for (const [token] of systemPrompt.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.-]{7,}[\p{L}\p{N}]/gu)) {
    if (isDrawn(token)) values.add(token);
  }
  return [...values];
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
