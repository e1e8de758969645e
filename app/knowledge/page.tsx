import type { Metadata } from "next";
import Link from "next/link";
import { strings } from "@/lib/config/strings";
import { readDocuments } from "@/lib/knowledge/read-documents";

export const metadata: Metadata = { title: strings.knowledge.heading };

export default async function KnowledgePage() {
  const documents = await readDocuments();
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-tight">{strings.knowledge.heading}</h1>
      <p className="mt-1 text-muted-foreground">
        {documents.length === 0 ? strings.knowledge.empty : strings.knowledge.introduction}
      </p>
      <ul className="-mx-3 mt-6">
        {documents.map((document) => (
          <li key={document.slug}>
            <Link
              href={`/knowledge/${document.slug}`}
              prefetch={false}
              className="block rounded-lg px-3 py-2.5 hover:bg-muted"
            >
              <span className="font-medium">{document.title}</span>
              <span className="line-clamp-2 text-muted-foreground text-sm">{document.summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
