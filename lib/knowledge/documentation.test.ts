import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { knowledgeFolder, listDocuments, readMarkdown } from "./list-documents";
import questions from "./newcomer-questions.json";
import { readDocuments } from "./read-documents";

const root = process.cwd();
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const files = await listDocuments(knowledgeFolder());
const texts = [
  ...(await Promise.all(
    files.map(async (file) => ({ name: `knowledge/${file.slug}.md`, text: await readMarkdown(file) })),
  )),
  ...["README.md", "AGENTS.md"].map((name) => ({ name, text: read(name) })),
];
const documents = await readDocuments();
const addresses = new Set(
  documents.flatMap(({ slug, sections }) => [
    `/knowledge/${slug}`,
    ...sections.filter(({ anchor }) => anchor !== "").map(({ anchor }) => `/knowledge/${slug}#${anchor}`),
  ]),
);

/** Every match of a pattern's first group, with the file it stands in. */
const mentions = (pattern: RegExp) =>
  texts.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => `${name}: ${match[1]}`));
const missing = (found: readonly string[], exists: (mention: string) => boolean) =>
  found.filter((mention) => !exists(mention.slice(mention.indexOf(": ") + 2)));

it("links only to documents and headings that are there", () => {
  const links = documents.flatMap(({ slug, sections }) =>
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => [...block.matchAll(/\]\((\/[^)]*)\)/g)].map((match) => `${slug}: ${match[1]}`)),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(missing(links, (target) => addresses.has(target))).toEqual([]);
});

it("names only files and folders that are there", () => {
  const paths = mentions(/`((?:app|components|lib|prisma|scripts|knowledge|e2e|bench|test)\/[\w./-]*)`/g);
  expect(paths.length).toBeGreaterThan(30);
  expect(missing(paths, (file) => existsSync(path.join(root, file)))).toEqual([]);
});

it("names only scripts that package.json has", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const commands = mentions(/npm run ([\w:-]+)/g);
  expect(commands.length).toBeGreaterThan(5);
  expect(missing(commands, (script) => script in scripts)).toEqual([]);
});

it("names every environment variable, and none that is not read", () => {
  const known = new Set(
    [...read("lib/config/env.ts").matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map((match) => match[1]),
  );
  known.delete("NODE_ENV");
  const table = texts.find(({ name }) => name.endsWith("deployment-and-operations.md"))?.text ?? "";
  const rows = table.split("\n").filter((line) => line.startsWith("| `"));
  const documented = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
  );
  expect(documented.sort()).toEqual([...known].sort());
  const set = mentions(/^([A-Z][A-Z_]+)=/gm);
  expect(missing(set, (name) => known.has(name))).toEqual([]);
});

it("expects of the search only places that are there", () => {
  const places = new Set([...addresses].map((address) => address.replace("/knowledge/", "")));
  const unknown = [...questions.tuned, ...questions.heldOut]
    .filter(({ expected }) => !expected.some((place) => places.has(place.replace(/#$/, ""))))
    .map(({ question }) => question);
  expect(unknown).toEqual([]);
});
