import { describe, expect, test } from "vitest";
import { fileRules } from "./file-rules";
import { findViolations } from "./find-violations";
import { importRules } from "./import-rules";
import { parseSource } from "./read-source";

const server = 'import "server-only";\n';

/** `[rule, path, text]`: the smallest file that breaks the rule, and no other. */
const broken: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["protocol-stands-alone", "lib/protocol/a.ts", 'import { x } from "@/lib/config/env";'],
  ["config-is-data", "lib/config/a.ts", `${server}import type { Turn } from "@/lib/pipeline/turn";`],
  ["db-knows-no-feature", "lib/db/a.ts", `${server}export * from "@/lib/auth/auth";`],
  ["features-are-strangers", "lib/auth/a.ts", `${server}import type { A } from "@/lib/chats/a";`],
  ["features-are-strangers", "lib/auth/a.ts", `${server}const a = await import("@/lib/chats/a");`],
  ["features-are-strangers", "lib/auth/a.ts", `${server}let a: typeof import("@/lib/chats/a");`],
  ["features-are-strangers", "lib/auth/a.ts", `${server}export { a } from "@/lib/chats/a";`],
  ["features-are-strangers", "lib/auth/a.ts", `${server}import { a } from "@/components/ui/a";`],
  ["lib-knows-no-page", "lib/pipeline/a.ts", `${server}import { a } from "@/app/layout";`],
  ["components-know-no-server", "components/chat/a.tsx", 'import { env } from "@/lib/config/env";'],
  ["components-know-no-server", "components/chat/a.tsx", 'import { readFileSync } from "node:fs";'],
  ["ui-knows-no-chat", "components/ui/a.tsx", 'import { a } from "@/components/chat/a";'],
  ["pages-ask-features", "app/page.tsx", 'import { getPool } from "@/lib/db/pool";'],
  ["only-db-speaks-sql", "lib/auth/a.ts", `${server}import pg from "pg";`],
  ["only-db-speaks-sql", "lib/auth/a.ts", `${server}import { PrismaPg } from "@prisma/adapter-pg";`],
  ["only-db-speaks-sql", "lib/pipeline/a.ts", `${server}import { User } from "@/lib/db/generated/client";`],
  [
    "only-models-know-providers",
    "lib/pipeline/a.ts",
    `${server}import { createOpenAI } from "@ai-sdk/openai";`,
  ],
  ["product-needs-no-tools", "app/page.tsx", 'import { migrate } from "@/scripts/migrate/migrate";'],
  ["server-only-first", "lib/auth/a.ts", '// A comment.\nimport "server-only";'],
  ["server-only-first", "lib/auth/a.ts", "export const a = 1;"],
  ["only-env-reads-the-environment", "app/page.tsx", "export const a = process.env.PORT;"],
  ["only-env-reads-the-environment", "components/ui/a.ts", "export const a = process['env'].PORT;"],
  ["no-drawers", "lib/auth/utils.ts", server],
  ["no-drawers", "lib/auth/index.ts", server],
  ["words-stand-in-strings", "app/page.tsx", "export const A = () => <p>Hello</p>;"],
  ["words-stand-in-strings", "components/chat/a.tsx", 'export const A = () => <a aria-label="Close" />;'],
  ["imports-stay-or-say-where", "lib/auth/a.ts", `${server}import { b } from "@/lib/auth/b";`],
  ["imports-stay-or-say-where", "lib/auth/a.ts", `${server}import { b } from "../db/b";`],
  ["short-files", "scripts/a.ts", `const a = () => 1;\n${"a();\n".repeat(250)}`],
  ["thin-routes", "app/api/a/route.ts", "a();\n".repeat(16)],
  ["short-readme", "README.md", "a\n".repeat(121)],
  ["short-agents", "AGENTS.md", "a\n".repeat(61)],
];

test.each(broken)("%s is seen in %s", (rule, path, text) => {
  const found = findViolations(parseSource(path, text));
  expect(found.map((violation) => violation.rule)).toContain(rule);
});

test("every rule has a broken example, so that none can stop working unnoticed", () => {
  const names = [...importRules, ...fileRules].map(({ name }) => name);
  expect(names.filter((name) => !broken.some(([rule]) => rule === name))).toEqual([]);
});

test("says where: the line of the import, counted from 1", () => {
  const file = parseSource("lib/auth/a.ts", `${server}\nimport {\n  a,\n} from "@/lib/chats/a";\n`);
  expect(findViolations(file)).toMatchObject([{ line: 3, what: "imports lib/chats/a" }]);
});

describe("allowed", () => {
  test.each([
    [
      "lib/auth/a.ts",
      `${server}import { b } from "./b";\nimport { c } from "@/lib/db/c";\nimport z from "zod";`,
    ],
    ["lib/models/a.ts", `${server}import { createOpenAI } from "@ai-sdk/openai";`],
    ["lib/limits/a.ts", `${server}import type { LanguageModelV4 } from "@ai-sdk/provider";`],
    ["lib/config/env.ts", `${server}export const port = process.env.PORT;`],
    ["lib/config/product.ts", "export const name = 1;"],
    ["lib/models/a.test.ts", 'import { start } from "../../scripts/provider/start-provider";'],
    [
      "components/chat/a.tsx",
      'import { b } from "@/components/ui/b";\nimport { product } from "@/lib/config/product";',
    ],
    ["app/api/chat/route.ts", 'export const POST = 1;\nconst text = "import pg from pg";'],
    ["lib/config/words.ts", `${server}export const words = [\n${'"word",\n'.repeat(300)}] as const;`],
    ["scripts/a.ts", 'import pg from "pg"; // process.env'],
  ])("%s", (path, text) => {
    expect(findViolations(parseSource(path, text))).toEqual([]);
  });
});

test("a file that cannot be parsed is an error, not a file without imports", () => {
  expect(() => parseSource("lib/a.ts", "import {")).toThrow("lib/a.ts cannot be parsed");
});
