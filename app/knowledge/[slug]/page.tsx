import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PassageMarkdown } from "@/components/chat/markdown/passage-markdown";
import { strings } from "@/lib/config/strings";
import { findDocument } from "@/lib/knowledge/read-documents";
import { DocumentSection } from "./document-section";
import { MarkTarget } from "./mark-target";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await findDocument(decode((await params).slug));
  return document === null ? {} : { title: document.title, description: document.summary };
}

export default async function DocumentPage({ params }: Props) {
  const document = await findDocument(decode((await params).slug));
  if (document === null) notFound();
  const introduction = document.sections.filter((section) => section.anchor === "");
  const sections = document.sections.filter((section) => section.anchor !== "");
  return (
    <article>
      <p className="text-sm">
        <Link href="/knowledge" className="text-muted-foreground underline-offset-4 hover:underline">
          {strings.knowledge.all}
        </Link>
      </p>
      <h1 className="mt-2 mb-4 text-balance font-semibold text-2xl tracking-tight">{document.title}</h1>
      <PassageMarkdown
        text={introduction.flatMap((section) => section.blocks).join("\n\n")}
        sentence={undefined}
      />
      {sections.length > 1 && (
        <nav aria-label={strings.knowledge.contents} className="mt-6 border-l pl-4 text-sm">
          <ul className="space-y-1">
            {sections.map(({ anchor, headings }) => (
              <li key={anchor} style={{ paddingInlineStart: `${headings.length - 1}rem` }}>
                <a href={`#${anchor}`} className="text-muted-foreground underline-offset-4 hover:underline">
                  {headings.at(-1)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((section) => (
        <DocumentSection key={section.anchor} section={section} />
      ))}
      <MarkTarget />
    </article>
  );
}

/** Next hands on what stands in the address; a broken escape is just another name that no document has. */
function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return "";
  }
}
