import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "vite";

export type Import = {
  readonly specifier: string;
  /** A path in this repository without its extension, or `npm:` and the package's import path. */
  readonly target: string;
  readonly line: number;
};

export type SourceFile = {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Of every kind: static, type-only, re-exports, dynamic, `typeof import()` and `require`. */
  readonly imports: readonly Import[];
  /** A file without a function holds nothing but data. */
  readonly isData: boolean;
};

/** Reads and parses a file. @throws Error when it is not valid TypeScript or JavaScript */
export function readSource(root: string, path: string): SourceFile {
  return parseSource(path, readFileSync(join(root, path), "utf8"));
}

export function parseSource(path: string, text: string): SourceFile {
  const lines = text.replace(/\n$/, "").split("\n");
  if (!/\.[cm]?[jt]sx?$/.test(path)) return { path, text, lines, imports: [], isData: false };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: Import[] = [];
  let isData = true;
  visit(program, (node) => {
    if (/^(Function|Arrow|Class)/.test(String(node.type))) isData = false;
    const specifier = specifierOf(node);
    if (specifier === null) return;
    const line = text.slice(0, Number(node.start)).split("\n").length;
    imports.push({ specifier, target: resolve(path, specifier), line });
  });
  return { path, text, lines, imports, isData };
}

type Node = Readonly<Record<string, unknown>>;

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (typeof value === "object" && value !== null) {
    if ("type" in value) see(value as Node);
    for (const child of Object.values(value)) visit(child, see);
  }
}

const withSource = [
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
];

/** What the node imports, null when it imports nothing or something only known at run time. */
function specifierOf(node: Node): string | null {
  if (withSource.includes(String(node.type))) return literal(node.source);
  if (node.type === "TSExternalModuleReference") return literal(node.expression);
  const callee = node.type === "CallExpression" ? (node.callee as Node) : null;
  return callee?.name === "require" && Array.isArray(node.arguments) ? literal(node.arguments[0]) : null;
}

function literal(value: unknown): string | null {
  const text = (value as Node | null | undefined)?.value;
  return typeof text === "string" ? text : null;
}

function resolve(path: string, specifier: string): string {
  const inside = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(dirname(path), specifier)
      : null;
  return inside === null ? `npm:${specifier}` : inside.replace(/\.[cm]?[jt]sx?$/, "");
}
