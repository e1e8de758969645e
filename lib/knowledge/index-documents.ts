import "server-only";
import { createHash } from "node:crypto";
import { type DocumentRecord, replaceDocuments } from "@/lib/db/documents";
import { documentUrl, resolveLink } from "./document-url";
import {
  type DocumentFile,
  knowledgeFolder,
  listDocuments,
  readMarkdown,
  titleOfSlug,
} from "./list-documents";
import { splitDocument } from "./split-document";

/** Ids of documents from the folder begin so; whatever else is in the table is left alone. */
const ID_PREFIX = "knowledge/";

/**
 * Brings the search index to what the folder holds, in one transaction: writes what changed, removes what is gone.
 * Servers that start at once take turns, and the second finds nothing to do.
 * @throws Error when the folder cannot be read
 */
export async function indexDocuments(
  folder = knowledgeFolder(),
): Promise<{ documents: number; changed: number }> {
  const files = await listDocuments(folder);
  const documents = await Promise.all(files.map(toRecord));
  const changed = await replaceDocuments(ID_PREFIX, documents);
  return { documents: documents.length, changed };
}

async function toRecord(file: DocumentFile): Promise<DocumentRecord> {
  const split = splitDocument(await readMarkdown(file), (target) => resolveLink(target, file.slug));
  const title = split.title ?? titleOfSlug(file.slug);
  const url = documentUrl(file.slug);
  const passages = split.parts.map((part) => ({ ...part, title }));
  // Hashed as it will be stored, so a new way to split writes anew as well.
  const contentHash = createHash("sha256")
    .update(JSON.stringify([title, url, passages]))
    .digest("hex");
  return { id: ID_PREFIX + file.slug, title, url, contentHash, passages };
}
