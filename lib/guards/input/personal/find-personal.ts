import "server-only";
import type { PersonalKind, PersonalPolicy } from "@/lib/config/guardrails-input";
import type { Span } from "../../output/detector";
import { PersonalDataDetector } from "../../output/personal-data/personal-data-detector";
import { findSecretShapes } from "../../output/secrets/find-secret-shapes";
import { SecretDetector } from "../../output/secrets/secret-detector";
import { TextWindow } from "../../output/text-window";
import { findNamedSecrets } from "./find-named-secrets";
import { findPrivateKeys } from "./find-private-keys";
import { findSpelled } from "./find-spelled";
import { mergeSpans, type PersonalSpan } from "./personal-span";
import { plainSpelling } from "./plain-spelling";

const maxWordChars = 4096;
/** No key that is known by its shape alone is longer, so one that was cut in two is whole with so much before it. */
const longestShape = 400;

/** What the detectors of answers call what has a kind of its own; every other number of a person's is a national one. */
const kinds: Readonly<Record<string, PersonalKind | null>> = {
  card: "card",
  iban: "iban",
  email: "email",
  phone: "phone",
  "ip-address": null,
  "word-too-long": null,
};

/**
 * Keys, cards, account and identity numbers in a text, of the kinds that are not off, in order, without overlap: all that
 * the output guard knows, and what only people's own messages hold. Spans in the text as it is given. O(length).
 */
export function findPersonal(text: string, policy: PersonalPolicy): PersonalSpan[] {
  const plain = plainSpelling(text);
  const found = [
    ...findPrivateKeys(plain),
    ...findKeys(plain),
    ...findNamedSecrets(plain),
    ...findSpelled(plain),
    ...findNumbers(plain),
  ];
  return mergeSpans(found, policy);
}

function findKeys(text: string): PersonalSpan[] {
  return readWith(SecretDetector, text).flatMap(({ reason, start, end }): PersonalSpan[] =>
    reason === "word-too-long"
      ? keysInLongWord(text, Math.max(0, start - longestShape), end)
      : [{ kind: "key", start, end: beforeStop(text, start, end) }],
  );
}

/** What a detector of answers reports of a whole text, none of whose words are somebody's own. */
function readWith(Kind: typeof SecretDetector | typeof PersonalDataDetector, text: string): Span[] {
  const found: Span[] = [];
  const window = new TextWindow();
  window.append(text);
  const detector = new Kind(
    maxWordChars,
    () => false,
    (span) => void found.push(span),
  );
  detector.read(window);
  detector.end(window);
  return found;
}

/** Without the stop that ends the sentence. */
function beforeStop(text: string, start: number, end: number): number {
  return end - (/[.,:]+$/.exec(text.slice(start, end))?.[0].length ?? 0);
}

function keysInLongWord(text: string, start: number, end: number): PersonalSpan[] {
  return findSecretShapes(text.slice(start, end)).map((shape) => ({
    kind: "key",
    start: start + shape.start,
    end: start + shape.start + shape.value.length,
  }));
}

function findNumbers(text: string): PersonalSpan[] {
  return readWith(PersonalDataDetector, text).flatMap(({ reason, start, end }): PersonalSpan[] => {
    const kind = Object.hasOwn(kinds, reason) ? kinds[reason] : "national-id";
    return kind ? [{ kind, start, end }] : [];
  });
}
