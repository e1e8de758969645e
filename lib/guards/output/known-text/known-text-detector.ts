import "server-only";
import type { OutputGuardName } from "@/lib/config/guardrails-output";
import type { Detector } from "../detector";
import type { TextWindow } from "../text-window";
import { Base64Decoder, DecimalDecoder, type Decoder, HexDecoder } from "./decoders";
import { foldCode, rotateCode } from "./fold";

/** One character of a view: what it is, and which part of the text spells it. */
export type ViewedCharacter = { code: number; start: number; end: number };

/** Follows one view of the text, character by character. */
export type Follower = {
  step(character: ViewedCharacter, text: TextWindow): void;
  /** What follows has nothing to do with what was read. */
  reset(): void;
  /** The text has been read up to this index, as far as this view is concerned. */
  settle(index: number, text: TextWindow): void;
  holdFrom(index: number): number;
};

/**
 * Looks for known texts in every view of an answer: as it stands without spaces and punctuation (so re-spaced and
 * disguised as well), rotated by thirteen, and as hexadecimal, decimal and base64 spell it. What is looked for is up
 * to the followers, one per view; `isPlain` when the view has the text's own words.
 */
export class KnownTextDetector implements Detector {
  readonly guard: OutputGuardName;
  #position = 0;
  #text: TextWindow | null = null;
  readonly #plain: Follower;
  readonly #rotated: Follower;
  readonly #followers: readonly Follower[];
  readonly #decoders: readonly Decoder[];
  readonly #character: ViewedCharacter = { code: 0, start: 0, end: 0 };

  constructor(guard: OutputGuardName, makeFollower: (isPlain: boolean) => Follower) {
    this.guard = guard;
    this.#plain = makeFollower(true);
    this.#rotated = makeFollower(true);
    const encoded = Array.from({ length: 6 }, () => makeFollower(false));
    this.#followers = [this.#plain, this.#rotated, ...encoded];
    this.#decoders = encoded.map((follower, at) => this.#decoderFor(follower, at));
  }

  get holdFrom(): number {
    let hold = this.#position;
    for (const follower of this.#followers) hold = Math.min(hold, follower.holdFrom(this.#position));
    for (const decoder of this.#decoders) hold = Math.min(hold, decoder.pendingFrom(this.#position));
    return hold;
  }

  read(text: TextWindow): void {
    this.#text = text;
    for (let index = this.#position; index < text.length; index++) {
      const code = text.codeAt(index);
      this.#settle(index, text);
      this.#position = index + 1;
      const folded = foldCode(code);
      if (folded > 0) {
        this.#follow(this.#plain, folded, index, text);
        this.#follow(this.#rotated, code > 57 ? rotateCode(folded) : folded, index, text);
      }
      for (const decoder of this.#decoders) decoder.step(code, index);
    }
  }

  end(text: TextWindow): void {
    this.#text = text;
    // A last decimal code is known only by the character behind it.
    for (const decoder of this.#decoders) decoder.step(10, text.length);
    this.#settle(text.length, text);
  }

  #settle(index: number, text: TextWindow): void {
    for (const follower of this.#followers) follower.settle(index, text);
  }

  #follow(follower: Follower, code: number, start: number, text: TextWindow): void {
    this.#character.code = code;
    this.#character.start = start;
    this.#character.end = this.#position;
    follower.step(this.#character, text);
  }

  #decoderFor(follower: Follower, at: number): Decoder {
    const reset = () => follower.reset();
    const take = (code: number, start: number) => {
      const folded = code >= 32 ? foldCode(code) : 0;
      if (folded > 0 && this.#text) this.#follow(follower, folded, start, this.#text);
      else if (code < 9 || code > 126) reset();
    };
    if (at === 0) return new HexDecoder(take, reset);
    if (at === 1) return new DecimalDecoder(take, reset);
    return new Base64Decoder(at - 2, take, reset);
  }
}
