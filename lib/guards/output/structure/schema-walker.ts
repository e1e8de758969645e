import "server-only";
import { z } from "zod";
import type { JsonEvents, JsonKind } from "./json-reader";

/** The parts of JSON Schema that zod writes and that can be decided before a value is whole. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

type Frame = { readonly choices: readonly Schema[]; readonly keys: Set<string>; key: string; count: number };

/**
 * Follows a value through a schema as it is being read. It objects as soon as no way to go on is left, and never to a
 * beginning of a valid value; rules that need the whole value are checked at its end by the schema itself.
 */
export class SchemaWalker implements JsonEvents {
  /** Where the value left the schema, or -1. */
  violatedAt = -1;
  #frames: Frame[] = [];
  #next: readonly Schema[];

  constructor(schema: z.ZodType) {
    this.#next = choicesOf(
      z.toJSONSchema(schema, { unrepresentable: "any", io: "input", reused: "inline" }) as Schema,
    );
  }

  value(kind: JsonKind, at: number): void {
    const frame = this.#frames.at(-1);
    const choices = (frame ? this.#inside(frame) : this.#next).filter((choice) => allows(choice, kind));
    if (choices.length === 0) this.#violate(at);
    this.#next = choices;
    if (kind === "object" || kind === "array")
      this.#frames.push({ choices, keys: new Set(), key: "", count: 0 });
  }

  scalar(value: string | number | boolean | null, at: number): void {
    const fits = this.#next.some(
      (choice) =>
        (choice.enum?.includes(value) ?? true) && (choice.const === undefined || choice.const === value),
    );
    if (!fits) this.#violate(at);
    this.#count();
  }

  key(name: string, at: number): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    const isTwice = frame.keys.has(name);
    frame.keys.add(name);
    frame.key = name;
    if (isTwice || this.#inside(frame).length === 0) this.#violate(at);
  }

  close(at: number): void {
    const frame = this.#frames.pop();
    const isObject = frame?.choices.some(({ type }) => type === "object") ?? false;
    const isWhole =
      frame?.choices.some(({ required = [] }) => required.every((name) => frame.keys.has(name))) ?? true;
    if (isObject && !isWhole) this.#violate(at);
    this.#count();
  }

  #count(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.count++;
  }

  #inside(frame: Frame): readonly Schema[] {
    return frame.choices.flatMap((choice) => {
      if (choice.type === undefined) return [{}];
      const inner = choice.type === "array" ? itemOf(choice, frame.count) : propertyOf(choice, frame.key);
      return inner ? choicesOf(inner) : [];
    });
  }

  #violate(at: number): void {
    if (this.violatedAt < 0) this.violatedAt = at;
  }
}

function choicesOf(schema: Schema): readonly Schema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.flatMap(choicesOf) : [schema];
}

function allows({ type, const: constant, enum: values }: Schema, kind: JsonKind): boolean {
  if (constant !== undefined) return kindOf(constant) === kind;
  if (type === undefined) return values?.some((value) => kindOf(value) === kind) ?? true;
  const types = typeof type === "string" ? [type] : type;
  return types.includes(kind) || (kind === "number" && types.includes("integer"));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function itemOf({ items, prefixItems, maxItems }: Schema, at: number): Schema | null {
  if (maxItems !== undefined && at >= maxItems) return null;
  const item = prefixItems?.[at] ?? items;
  return item === false ? null : item === true || item === undefined ? {} : item;
}

function propertyOf({ properties, additionalProperties }: Schema, key: string): Schema | null {
  const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (own) return own;
  if (additionalProperties === false) return null;
  return typeof additionalProperties === "object" ? additionalProperties : {};
}
