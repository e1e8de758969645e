import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "vite";
import { findWordings } from "./find-wordings";
import { type Node, visitNodes } from "./visit-nodes";

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
  /** Of pages and components: the lines that say something in words of their own. */
  readonly wordings: readonly number[];
};

const pages = /^(app|components)\/.*(?<!\.test)\.tsx?$/;

/** Reads and parses a file. @throws Error when it is not valid TypeScript or JavaScript */
export function readSource(root: string, path: string): SourceFile {
  return parseSource(path, readFileSync(join(root, path), "utf8"));
}

export function parseSource(path: string, text: string): SourceFile {
  const lines = text.replace(/\n$/, "").split("\n");
  if (!/\.[cm]?[jt]sx?$/.test(path)) return { path, text, lines, imports: [], isData: false, wordings: [] };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: Import[] = [];
  let isData = true;
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  visitNodes(program, (node) => {
    if (/^(Function|Arrow|Class)/.test(String(node.type))) isData = false;
    const specifier = specifierOf(node);
    if (specifier === null) return;
    imports.push({ specifier, target: resolve(path, specifier), line: lineOf(Number(node.start)) });
  });
  const wordings = pages.test(path) ? findWordings(program).map(lineOf) : [];
  return { path, text, lines, imports, isData, wordings: [...new Set(wordings)] };
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
