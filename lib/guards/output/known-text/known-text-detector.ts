import "server-only";
import type { OutputGuardName } from "@/lib/config/guardrails-output";
import { isAsciiDigit } from "../../ascii";
import type { Detector } from "../detector";
import type { TextWindow } from "../text-window";
import { Base32Decoder } from "./base32-decoder";
import { BinaryDecoder } from "./binary-decoder";
import { Base64Decoder, DecimalDecoder, type Decoded, type Decoder, HexDecoder } from "./decoders";
import { DigitRowDecoder } from "./digit-row-decoder";
import { foldLookalike, foldPoint, rotateCode } from "./fold";
import { ItemNumbers } from "./item-numbers";

/** One character of a view: what it is, and which part of the text spells it. */
export type ViewedCharacter = { code: number; start: number; end: number };

/** Follows one view of the text, character by character. */
export type Follower = {
  step(character: ViewedCharacter, text: TextWindow): void;
  /** What follows has nothing to do with what was read. */
  reset(): void;
  /** The text has been read up to this index, as far as this view is concerned. */
  settle(index: number, text: TextWindow): void;
  /** Where what it waits for begins, or the given index when it waits for nothing; then settling is of no use to it. */
  holdFrom(index: number): number;
};

type MakeDecoder = (decoded: Decoded, reset: () => void) => Decoder;

/** What spells characters in digits alone: each begins with one, and most letters end them all. */
const digitDecoders: readonly MakeDecoder[] = [
  (decoded, reset) => new DecimalDecoder(decoded, reset),
  (decoded, reset) => new DigitRowDecoder(10, decoded, reset),
  (decoded, reset) => new DigitRowDecoder(8, decoded, reset),
  (decoded, reset) => new BinaryDecoder(decoded, reset),
];
const letterDecoders: readonly MakeDecoder[] = [
  (decoded, reset) => new HexDecoder(decoded, reset),
  (decoded, reset) => new Base32Decoder(false, decoded, reset),
  (decoded, reset) => new Base32Decoder(true, decoded, reset),
  ...[0, 1, 2, 3].map(
    (offset): MakeDecoder =>
      (decoded, reset) =>
        new Base64Decoder(offset, decoded, reset),
  ),
];

/** None of "0b", "0o" and "chr": those go on. */
const endsDigits = (code: number) =>
  (code | 32) >= 97 && (code | 32) <= 122 && ![98, 99, 104, 111, 114].includes(code | 32);
const never = Number.POSITIVE_INFINITY;
const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

/**
 * Looks for known texts in every view of an answer: as it stands without spaces and punctuation (so re-spaced and
 * disguised as well), rotated by thirteen, with letters that look Latin as such and without the numbers of lists, and
 * as hexadecimal, decimal, octal, binary, base32 and base64 spell it. What is looked for is up to the followers, one
 * per view; `isPlain` when the view has the text's own words.
 */
export class KnownTextDetector implements Detector {
  readonly guard: OutputGuardName;
  #position = 0;
  #text: TextWindow | null = null;
  /** The first half of a character beyond the first plane, which waits for the second; 0 when none does. */
  #high = 0;
  /** Those that wait for something: most of the time hardly any. */
  readonly #waiting = new Set<Follower>();
  readonly #plain: Follower;
  readonly #rotated: Follower;
  readonly #asSeen: Follower;
  readonly #withoutNumbers: ItemNumbers;
  #hasDigits = false;
  readonly #digitDecoders: readonly Decoder[];
  readonly #letterDecoders: readonly Decoder[];
  readonly #character: ViewedCharacter = { code: 0, start: 0, end: 0 };

  constructor(guard: OutputGuardName, makeFollower: (isPlain: boolean) => Follower) {
    this.guard = guard;
    this.#plain = makeFollower(true);
    this.#rotated = makeFollower(true);
    this.#asSeen = makeFollower(true);
    this.#withoutNumbers = new ItemNumbers((code, start, end) =>
      this.#follow(this.#asSeen, code, start, end),
    );
    this.#digitDecoders = digitDecoders.map((make) => this.#decode(make, makeFollower(false)));
    this.#letterDecoders = letterDecoders.map((make) => this.#decode(make, makeFollower(false)));
  }

  get holdFrom(): number {
    let hold = this.#high > 0 ? this.#position - 1 : this.#position;
    hold = Math.min(hold, this.#withoutNumbers.pendingFrom(hold));
    if (this.#waiting.size > 0)
      for (const follower of this.#waiting) hold = Math.min(hold, follower.holdFrom(hold));
    for (const decoder of this.#letterDecoders) hold = Math.min(hold, decoder.pendingFrom(hold));
    if (this.#hasDigits)
      for (const decoder of this.#digitDecoders) hold = Math.min(hold, decoder.pendingFrom(hold));
    return hold;
  }

  read(text: TextWindow): void {
    this.#text = text;
    for (let index = this.#position; index < text.length; index++) {
      const code = text.codeAt(index);
      if (this.#waiting.size > 0) this.#settle(index, text);
      this.#position = index + 1;
      this.#stepHalf(code, index);
      this.#decodeOn(code, index);
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    this.#withoutNumbers.end();
    // A last decimal code is known only by the character behind it.
    this.#decodeOn(10, text.length);
    this.#settle(text.length, text);
  }

  #decodeOn(code: number, index: number): void {
    for (const decoder of this.#letterDecoders) decoder.step(code, index);
    this.#hasDigits ||= isAsciiDigit(code);
    if (!this.#hasDigits) return;
    for (const decoder of this.#digitDecoders) decoder.step(code, index);
    if (endsDigits(code)) this.#hasDigits = false;
  }

  /** Puts the two halves together that characters beyond the first plane have. */
  #stepHalf(code: number, index: number): void {
    const high = this.#high;
    this.#high = isHigh(code) ? code : 0;
    if (this.#high > 0) return;
    const isWhole = isLow(code) && high > 0;
    const point = isWhole ? (high - 0xd800) * 0x400 + code - 0xdc00 + 0x10000 : code;
    this.#stepPoint(point, isWhole ? index - 1 : index, index + 1);
  }

  #stepPoint(point: number, start: number, end: number): void {
    const folded = foldPoint(point);
    this.#withoutNumbers.step(point, point < 128 ? folded : foldLookalike(point), start, end);
    if (folded === 0) return;
    this.#follow(this.#plain, folded, start, end);
    this.#follow(this.#rotated, point > 57 ? rotateCode(folded) : folded, start, end);
  }

  #settle(index: number, text: TextWindow): void {
    for (const follower of this.#waiting) {
      follower.settle(index, text);
      if (follower.holdFrom(never) === never) this.#waiting.delete(follower);
    }
  }

  #follow(follower: Follower, code: number, start: number, end: number): void {
    if (!this.#text) return;
    this.#character.code = code;
    this.#character.start = start;
    this.#character.end = end;
    follower.step(this.#character, this.#text);
    if (follower.holdFrom(never) < never) this.#waiting.add(follower);
  }

  #decode(make: (decoded: Decoded, reset: () => void) => Decoder, follower: Follower): Decoder {
    const reset = () => follower.reset();
    return make((code, start) => {
      const folded = code >= 32 ? foldPoint(code) : 0;
      if (folded > 0) this.#follow(follower, folded, start, this.#position);
      else if (code < 9 || code > 126) reset();
    }, reset);
  }
}
