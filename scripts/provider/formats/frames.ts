/** A stream as it goes over the wire: what comes at once, what is paced, and what ends it. */
export type Frames = {
  readonly opening: string;
  readonly deltas: readonly string[];
  readonly closing: string;
};

/** Collects frames; those that only announce or close a block travel with the delta that follows them. */
export class FrameList {
  readonly #deltas: string[] = [];
  #opening = "";
  #waiting = "";

  open(frame: string): void {
    this.#opening += frame;
  }

  lead(frame: string): void {
    this.#waiting += frame;
  }

  delta(frame: string): void {
    this.#deltas.push(this.#waiting + frame);
    this.#waiting = "";
  }

  finish(): Frames {
    return { opening: this.#opening, deltas: this.#deltas, closing: this.#waiting };
  }
}
