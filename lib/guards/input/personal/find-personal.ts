import "server-only";
import type { PersonalKind } from "@/lib/config/guardrails-input";
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
 * Keys, cards, account and identity numbers in a text, in order, without overlap: all that the output guard knows, and
 * what only people's own messages hold. Spans in the text as it is given. O(length).
 */
export function findPersonal(text: string): PersonalSpan[] {
  const plain = plainSpelling(text);
  return mergeSpans([
    ...findPrivateKeys(plain),
    ...findKeys(plain),
    ...findNamedSecrets(plain),
    ...findSpelled(plain),
    ...findNumbers(plain),
  ]);
}

function findKeys(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  const window = new TextWindow();
  window.append(text);
  const detector = new SecretDetector(
    maxWordChars,
    () => false,
    ({ reason, start, end }) => {
      if (reason !== "word-too-long") found.push({ kind: "key", start, end: beforeStop(text, start, end) });
      else found.push(...keysInLongWord(text, Math.max(0, start - longestShape), end));
    },
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
  const found: PersonalSpan[] = [];
  const window = new TextWindow();
  window.append(text);
  const detector = new PersonalDataDetector(
    maxWordChars,
    () => false,
    ({ reason, start, end }) => {
      const kind = reason in kinds ? kinds[reason] : "national-id";
      if (kind) found.push({ kind, start, end });
    },
  );
  detector.read(window);
  detector.end(window);
  return found;
}
