import "server-only";
import type { SecretShape } from "./find-secret-shapes";
import { entropyBits, isPlaceholder } from "./randomness";

const awsKeyId = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/;
const awsSecret = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
/** So many words of four letters or more behind its id a secret access key may stand. */
const awsReach = 10;
const awsBits = 4;

/** Members of a JSON Web Key (RFC 7517, 7518) that say it is one, and those that are private. */
const keyAlgorithm =
  /^(?:P-(?:256|384|521)|secp256k1|(?:Ed|X)(?:25519|448)|(?:RS|PS|ES|HS)(?:256|384|512)|EdDSA|RSA-OAEP[\w-]*)\\?$/;
const algorithmMember = /["'](?:crv|alg)\\?["']\s{0,4}:\s{0,4}\\?["']$/;
const privateMember = /["'](?:d|p|q|dp|dq|qi|k)\\?["']\s{0,4}:\s{0,4}\\?["']$/;
const privateValue = /^[A-Za-z0-9_-]{20,}={0,2}(?=\\?$)/;

/** Finds secrets that only what stands before them shows to be such; asked for every word of a text, in order. */
export class NeighbourSecrets {
  #awsWordsLeft = 0;
  #isInJsonWebKey = false;

  /** The secrets in a word; `before` is the text before it. */
  find(word: string, before: string): SecretShape[] {
    if (!this.#isInJsonWebKey) this.#isInJsonWebKey = isKeyMember(word, before);
    else if (word.length >= 20 && privateMember.test(before)) {
      const [value] = privateValue.exec(word) ?? [];
      if (value !== undefined && !isPlaceholder(value)) return [{ reason: "json-web-key", start: 0, value }];
    }
    return this.#findAws(word);
  }

  /** An object of JSON has ended, and with it what its members said. */
  leaveObject(): void {
    this.#isInJsonWebKey = false;
  }

  takeOver(other: NeighbourSecrets): void {
    this.#awsWordsLeft = other.#awsWordsLeft;
    this.#isInJsonWebKey = other.#isInJsonWebKey;
  }

  #findAws(word: string): SecretShape[] {
    if (this.#awsWordsLeft > 0) this.#awsWordsLeft--;
    if (word.length >= 20 && awsKeyId.test(word)) this.#awsWordsLeft = awsReach;
    if (this.#awsWordsLeft === 0 || word.length < 40) return [];
    return [...word.matchAll(awsSecret)]
      .filter(([value]) => isDrawn(value))
      .map(({ 0: value, index }) => ({ reason: "aws-secret-key", start: index, value }));
  }
}

function isKeyMember(word: string, before: string): boolean {
  if (word === "kty" || word === "kty\\") return true;
  return word.length < 16 && keyAlgorithm.test(word) && algorithmMember.test(before);
}

function isDrawn(value: string): boolean {
  const isMixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
  return isMixed && entropyBits(value) >= awsBits && !isPlaceholder(value);
}
