import "server-only";
import { findSecretKind, isTechnique } from "../../output/secrets/assigned-secret";
import { isRandom } from "../../output/secrets/randomness";
import type { PersonalSpan } from "./personal-span";

/** What stands between a name and its value, and the value. */
const given =
  /(?:["'`\])]{0,3}\s{0,3}(?::=|=>|[:=]|是)|\s(?:is|was|ist|lautet|est|es|è|é|это)\s)\s{0,3}(?:\\?["'`]){0,2}([^\s"'`<>,;\\]{6,512})/giu;
const nameBefore = /[\p{L}\p{N}_.-]{2,64}$/u;
const nameReach = 64;

const password =
  /^(?:adgangskode|hasło|jelszó|lösenord|mật khẩu|parola|passcode|passord|salasana|wachtwoord|пароль|contraseña|كلمة)$|(?:密码|密碼|口令|パスワード|비밀번호)$/iu;
const template =
  /[Yy]our|YOUR|<|\{\{|\$\{|\$\(|\*{3}|x{4}|\.{3}|[Cc]hange[Mm]e|placeholder|redacted|replace|insert|todo|^%|^\$(?:[A-Z_]+\d*|[a-z_]+\d?)$|^\$env:|^@|^--/;
/** Expressions of code, paths and addresses stand for a value elsewhere. */
const reference =
  /[()[\]]|^(?:process|os|env|config|self|this|req|request|user|settings|secrets|vars?|data|props|params|args|options)\.|^(?:https?:|ftp:|file:|s3:|\.{0,2}\/)|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|md|js|ts|json|html|txt|pem|ya?ml)$/i;
const minPasswordChars = 6;
const minTokenChars = 10;

/**
 * Values that are given to the name of a secret (`DB_PASSWORD=…`, `"clientSecret": "…"`) or said to be one ("my password
 * is …"). Looser than what an answer is held to: a person's own password may be weak. O(length).
 */
export function findNamedSecrets(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(given)) {
    const [name] = nameBefore.exec(text.slice(Math.max(0, match.index - nameReach), match.index)) ?? [];
    const kind = name === undefined ? null : password.test(name) ? "password" : findSecretKind(name);
    if (kind === null) continue;
    const value = (match[1] ?? "").replace(/[.,:!?)\]}]+$/, "");
    const start = match.index + match[0].length - (match[1] ?? "").length;
    if (isSecret(value, kind)) found.push({ kind: "key", start, end: start + value.length });
  }
  return found;
}

function isSecret(value: string, kind: "password" | "token"): boolean {
  if (template.test(value) || reference.test(value) || isTechnique(value)) return false;
  if (kind === "token") return value.length >= minTokenChars && isRandom(value);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((some) => some.test(value)).length;
  return value.length >= minPasswordChars && (kinds >= 3 || (/\d/.test(value) && /\p{L}/u.test(value)));
}
