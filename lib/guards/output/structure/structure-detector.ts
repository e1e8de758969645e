import "server-only";
import type { z } from "zod";
import type { Detector, Report } from "../detector";
import type { TextWindow } from "../text-window";
import { JsonReader } from "./json-reader";
import { SchemaWalker } from "./schema-walker";

const maxTextChars = 262_144;
const fence = /^\s*```(?:json)?[ \t]*\r?\n/i;
const maxFenceChars = 64;
const byteOrderMark = "\ufeff";

/**
 * Reads a text that has to be JSON of a schema and objects at the first character that can't belong to it. The fence
 * that models like to put around JSON is taken away, and a byte-order mark; anything else is for the caller to ask for
 * again.
 */
export class StructureDetector implements Detector {
  readonly guard = "structure";
  #position = 0;
  #whole = "";
  /** Where the JSON starts, or -1 while that is open. */
  #bodyAt = -1;
  #isFenced = false;
  #closingAt = -1;
  #isBroken = false;
  readonly #walker: SchemaWalker;
  readonly #reader: JsonReader;
  readonly #schema: z.ZodType;
  readonly #report: Report;

  constructor(schema: z.ZodType, report: Report) {
    this.#schema = schema;
    this.#walker = new SchemaWalker(schema);
    this.#reader = new JsonReader(this.#walker);
    this.#report = report;
  }

  get holdFrom(): number {
    if (this.#bodyAt < 0) return 0;
    return this.#closingAt >= 0 ? this.#closingAt : this.#position;
  }

  read(text: TextWindow): void {
    for (let index = this.#position; index < text.length && !this.#isBroken; index++) {
      this.#whole += String.fromCharCode(text.codeAt(index));
      if (this.#bodyAt < 0) this.#findBody(index);
      else this.#step(text.codeAt(index), index);
      this.#position = index + 1;
    }
    this.#position = text.length;
  }

  end(text: TextWindow): void {
    if (this.#isBroken) return;
    const closing = this.#closingAt >= 0 ? this.#whole.slice(this.#closingAt).trim() : "";
    if (this.#closingAt >= 0 && closing !== "```") this.#break("behind-json", this.#closingAt, text.length);
    else if (closing !== "")
      this.#report({
        reason: "json-fence",
        start: this.#closingAt,
        end: text.length,
        replacement: "",
        isRepair: true,
      });
    if (!this.#isBroken && !this.#reader.end()) this.#break("json-unfinished", text.length, text.length);
    if (this.#isBroken) return;
    const body = this.#whole.slice(this.#bodyAt, this.#closingAt < 0 ? undefined : this.#closingAt);
    if (!this.#schema.safeParse(JSON.parse(body)).success)
      this.#break("not-of-schema", text.length, text.length);
  }

  /** Leaves out a fence before the JSON. */
  #findBody(index: number): void {
    const opened = fence.exec(this.#whole);
    if (opened) {
      this.#isFenced = true;
      this.#bodyAt = opened[0].length;
      this.#report({ reason: "json-fence", start: 0, end: this.#bodyAt, replacement: "", isRepair: true });
      return;
    }
    const isMaybeFence = /^\s*(?:`{1,3}(?:j|js|jso|json)?[ \t]*\r?)?$/i.test(this.#whole);
    if (isMaybeFence && this.#whole.length < maxFenceChars) return;
    this.#bodyAt = this.#whole.startsWith(byteOrderMark) ? 1 : 0;
    if (this.#bodyAt > 0)
      this.#report({ reason: "byte-order-mark", start: 0, end: 1, replacement: "", isRepair: true });
    for (let at = this.#bodyAt; at <= index && !this.#isBroken; at++)
      this.#step(this.#whole.charCodeAt(at), at);
  }

  #step(code: number, index: number): void {
    if (this.#closingAt >= 0) {
      if (index - this.#closingAt > maxFenceChars) this.#break("behind-json", this.#closingAt, index + 1);
      return;
    }
    if (this.#isFenced && this.#reader.isWhole && code === 96) this.#closingAt = index;
    else if (!this.#reader.step(code, index)) this.#break("not-json", index, index + 1);
    else if (this.#walker.violatedAt >= 0) this.#break("not-of-schema", index, index + 1);
    else if (index >= maxTextChars) this.#break("json-too-long", index, index + 1);
  }

  #break(reason: string, start: number, end: number): void {
    this.#isBroken = true;
    this.#report({ reason, start, end, replacement: "" });
  }
}
