import { fileRules } from "./file-rules";
import { type ImportRule, importRules } from "./import-rules";
import type { SourceFile } from "./read-source";

export type Violation = {
  readonly rule: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number;
  readonly what: string;
};

/** Everything in the file that breaks a rule of the house. */
export function findViolations(file: SourceFile): Violation[] {
  return [
    ...importRules.flatMap((rule) => breaks(rule, file)),
    ...fileRules.flatMap((rule) => fileBreaks(rule, file)),
  ];
}

function breaks(rule: ImportRule, { path, imports }: SourceFile): Violation[] {
  if (!rule.from.test(path) || rule.except?.test(path)) return [];
  const patterns = "may" in rule ? rule.may(path) : rule.mayNot(path);
  const isAllowedWhenMatched = "may" in rule;
  return imports
    .filter(({ target }) => patterns.some((pattern) => pattern.test(target)) !== isAllowedWhenMatched)
    .map(({ target, line }) => ({
      rule: rule.name,
      reason: rule.reason,
      path,
      line,
      what: `imports ${target.replace("npm:", "")}`,
    }));
}

function fileBreaks(
  { name, reason, applies, except, find }: (typeof fileRules)[number],
  file: SourceFile,
): Violation[] {
  if (!applies.test(file.path) || except?.test(file.path)) return [];
  return find(file).map((line) => ({
    rule: name,
    reason,
    path: file.path,
    line,
    what: file.lines[line - 1]?.trim().slice(0, 80) ?? "",
  }));
}
