import "server-only";
import { isPlaceholder, isRandom } from "./randomness";
import { isSaidPassword } from "./said-password";

// Names whose value is a credential, as whole parts of camelCase, snake_case or kebab-case.
const secretParts =
  /^(?:key|keys|apikey|token|tokens|secret|secrets|password|passwd|passwort|pwd|pass|passphrase|credential|credentials|auth|authorization|bearer|login|accesskey|secretkey|authtoken|apitoken|clientsecret|contraseña|contrasena|clave|senha|passe|пароль|密码|密碼|パスワード|비밀번호)$/i;
// Parts that make it the name of something else: what is public, or says where, what kind or how long.
const otherParts =
  /^(?:public|pub|id|ids|name|names|file|path|dir|url|uri|size|length|len|type|event|events|version|count|index|code|chars|down|up|press|pressed|schema|primary|foreign|sort|partition|cache|vault|board|frame|hash|checksum|fingerprint|max|min|limit|limits|count|usage|ttl|expiry|expires|author|word|words|map|kind|prefix|suffix|accessor|store)$/i;
const passwordParts =
  /^(?:password|passwd|passwort|pwd|pass|passphrase|contraseña|contrasena|senha|пароль|密码|密碼|パスワード|비밀번호)$/i;

/** The name that a value is given to, just before it: `name = "`, `name: `, `"name": "`, `name is `, `| name | `. */
const assignment =
  /([\p{L}\p{N}_.-]{2,64})["'`\])]{0,3}\s{0,4}(?:[:?+]{0,3}=|=>|[:,|]|\bis\b(?: now\b)?|\b(?:will|would) be\b|\b(?:was|is|has been) (?:re)?set to\b|\bwas\b|\blautet\b|\bes\b|\best\b)\s{0,4}(?:["'`(]|\\")*$/u;
/** The element of XML whose text a value is, and the entry that it is the value of. */
const element = /<(?:[\w-]{1,32}:)?([\w.-]{2,64})(?:\s[^<>]{0,40})?>\s{0,4}$/;
const entry =
  /\b(?:key=["']([\w.:-]{2,64})["']\s{1,4}value=["']|(?:key|name)=["'](?:[\w.:-]{0,40}[.:])?([\w-]{2,64})["']\s{0,4}>\s{0,4})$/i;
/** "Set the password to …". */
const change =
  /\b(?:set|reset|change[ds]?|update[ds]?)\s(?:[\p{L}'’-]{1,16}\s){0,3}([\p{L}-]{2,40})\s+to:?\s{1,4}["'`]?$/iu;
/** What no assignment is without, for a first look; it stands so near to the value. */
const giving = /(?:[=:>,|]|is|be|to|now|was|lautet|es|est)\s{0,4}["'`(\\]*$/;
const givingReach = 24;
const givings = [assignment, element, entry, change];
const flag = /(?:^|\s)--?([\w-]{2,40})[\s=]+["'`]?$/;

const minPasswordChars = 8;
const minTokenChars = 10;

/** Whether a value stands where a credential is assigned or named, and looks like one. */
export function isAssignedSecret(value: string, before: string): boolean {
  // Nearly every word of prose ends here.
  if (value.length < minPasswordChars || !/[\d!@#$%^&*]/.test(value)) return false;
  const kind = findKindBefore(before);
  if (kind === "other" || isPlaceholder(value) || isTechnique(value)) return false;
  if (kind === null) return isSaidPassword(value, before) && isPassword(value);
  if (kind === "password") return isPassword(value);
  return value.length >= minTokenChars && /^[\w.+/=~:|!@#$%^&*-]+$/.test(value) && isRandom(value);
}

/** What a value is given to by the text before it: the name of a secret, or what else, or nothing. */
function findKindBefore(before: string): "password" | "token" | "other" | null {
  const isGiven = giving.test(before.slice(-givingReach));
  const names = (isGiven ? [...givings, flag] : [flag]).flatMap((pattern) => {
    const [, first, second = first] = pattern.exec(before) ?? [];
    return second ?? [];
  });
  if (names.length === 0) return null;
  return names.map(findSecretKind).find((kind) => kind !== null) ?? "other";
}

/** What a name says of its value: one that a person made up, one that a machine drew, or nothing of the kind. */
export function findSecretKind(name: string): "password" | "token" | null {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[_.\s-]+/);
  if (!parts.some((part) => secretParts.test(part)) || parts.some((part) => otherParts.test(part)))
    return null;
  return parts.some((part) => passwordParts.test(part)) ? "password" : "token";
}

/** What is done to a secret is said where a secret would be: "the password is SHA256-hashed". */
const technique =
  /^(?:md5|sha-?\d+|base-?\d+|utf-?\d+|aes-?\d+|rsa-?\d+|argon2\w*|pbkdf2|oauth2?|rs256|hs256|http2?)(?:[-_]\w+)*$/i;

/** Whether a value names how a secret is made or kept, and is none. */
export function isTechnique(value: string): boolean {
  return technique.test(value);
}

/** A password that a person made: three kinds of characters, or random. */
function isPassword(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  return !/^[\w-]+(?:[.:/]{1,3}[\w-]+)+$/.test(value) && (kinds >= 3 || isRandom(value));
}

const header = /authorization["'`]?\s*:\s*(?:(?:bearer|basic|digest|(?:api[-_]?)?(?:key|token))\s+)?$/i;
const userOption = /(?:^|\s)(?:-u|--user)\s*=?\s*["'`]?$/;
const examples =
  /^(?:user(?:name)?|admin|test|root|foo|xxx|name|login|guest)?:(?:pass(?:word)?|test|admin|root|bar|yyy|secret|guest)?$/i;

/** Whether a word is a credential on a command line or in a header: `Authorization: Bearer …`, `-u name:password`. */
export function isRequestSecret(word: string, before: string): boolean {
  // Nearly every word of prose ends here.
  if (!(word.length >= 10 && /[\d=]/.test(word)) && !word.includes(":")) return false;
  if (!/(?:[:=]\s*|:\s*\S+\s+|-u\s*|--user\s*)["'`]?$/.test(before) || isPlaceholder(word)) return false;
  if (header.test(before)) return word.length >= 10 && /^[\w.+/=~:-]+$/.test(word) && /[\d=]/.test(word);
  if (!userOption.test(before)) return false;
  const [, password = ""] = /^[^:]*:(.*)$/s.exec(word) ?? [];
  return password.length >= 4 && !/[${}]/.test(password.charAt(0)) && !examples.test(word);
}
