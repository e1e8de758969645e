import "server-only";
import { isAssignedSecret } from "./assigned-secret";
import type { SecretShape } from "./find-secret-shapes";
import { isPlaceholder } from "./randomness";

const credentials = /[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:/?#@]{0,64}):([^\s/?#@]{3,128})@/gi;
/** What the query of an address gives a name, as connection strings do. */
const parameter = /(?<=[?&])([\w.-]{2,64}=)([^&#]+)/g;
/** What documentation and databases fresh from the box have in a password's place. */
const defaults = /^(?:pass(?:word)?|pwd|secret|change-me|\$.*)$/i;

/** The credentials in the addresses of a word: before the host, or given to a telling name in the query. */
export function findAddressSecrets(word: string): SecretShape[] {
  return [...findCredentials(word), ...findParameters(word)];
}

function findCredentials(word: string): SecretShape[] {
  if (!word.includes("://")) return [];
  return [...word.matchAll(credentials)].flatMap(({ 0: whole, 1: user, 2: value = "", index }) => {
    if (value === user || isPlaceholder(value) || defaults.test(value)) return [];
    return [{ reason: "credentials-in-address", start: index + whole.length - 1 - value.length, value }];
  });
}

function findParameters(word: string): SecretShape[] {
  if (!word.includes("=")) return [];
  return [...word.matchAll(parameter)]
    .filter(([, name = "", value = ""]) => isAssignedSecret(value, name))
    .map(({ 1: name = "", 2: value = "", index }) => ({
      reason: "assigned-secret",
      start: index + name.length,
      value,
    }));
}
