import "server-only";
import { resolveLink } from "./document-url";
import {
  type DocumentFile,
  knowledgeFolder,
  listDocuments,
  readMarkdown,
  titleOfSlug,
} from "./list-documents";
import { readSections, type Section } from "./read-sections";

/** A document as it is read by a person. */
export type ReadableDocument = {
  readonly slug: string;
  readonly title: string;
  /** Its first paragraph, as plain text. */
  readonly summary: string;
  readonly sections: readonly Section[];
};

/**
 * The document of that name, null when there is none. The name is only compared with those in the folder and never
 * becomes part of a path.
 */
export async function findDocument(
  slug: string,
  folder = knowledgeFolder(),
): Promise<ReadableDocument | null> {
  const files = await listDocuments(folder);
  const file = files.find((candidate) => candidate.slug === slug);
  return file === undefined ? null : read(file);
}

/** All documents, by title. */
export async function readDocuments(folder = knowledgeFolder()): Promise<ReadableDocument[]> {
  const files = await listDocuments(folder);
  const documents = await Promise.all(files.map(read));
  return documents.sort((a, b) => a.title.localeCompare(b.title, "en"));
}

async function read(file: DocumentFile): Promise<ReadableDocument> {
  const { title, summary, sections } = readSections(await readMarkdown(file), (target) =>
    resolveLink(target, file.slug),
  );
  return { slug: file.slug, title: title ?? titleOfSlug(file.slug), summary, sections };
}
