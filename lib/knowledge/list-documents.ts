import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createAnchors } from "./heading-anchors";

/** A markdown file of the knowledge base; `slug` is its name in addresses. */
export type DocumentFile = { readonly slug: string; readonly path: string };

/**
 * Where the documents lie: beside package.json in a checkout, beside server.js in a standalone build. Both are the
 * working directory of the server.
 */
export function knowledgeFolder(): string {
  return path.join(process.cwd(), "knowledge");
}

/** The markdown files directly in `folder`, in a fixed order. @throws Error when the folder cannot be read. */
export async function listDocuments(folder: string): Promise<DocumentFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const toSlug = createAnchors();
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /^[^.].*\.md$/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ slug: toSlug(path.parse(name).name), path: path.join(folder, name) }));
}

/** A document's markdown, without front matter and without the one character that PostgreSQL cannot store. */
export async function readMarkdown(file: DocumentFile): Promise<string> {
  const markdown = await readFile(file.path, "utf8");
  return markdown
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .replaceAll("\r\n", "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "");
}

/** What a document without a title is called. */
export function titleOfSlug(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");
}
