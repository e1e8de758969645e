import type { ComponentProps, ReactNode } from "react";
import type { ExtraProps, StreamdownProps } from "streamdown";
import { CodeBlock } from "./code-block";
import { textOf } from "./hast";
import { Link } from "./link";
import { readMaths } from "./mark-maths";
import { Maths } from "./maths";
import { SourceMark } from "./source-mark";
import { TableBlock } from "./table-block";

/** Elements without streamdown's own classes: their look is in prose.css. */
export const markdownElements: NonNullable<StreamdownProps["components"]> = {
  ...plainElements("p", "ul", "ol", "li", "strong", "blockquote", "hr", "thead", "tbody", "tr", "th", "td"),
  ...headings(),
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  code: ({ children }) => <Code>{children}</Code>,
  pre: Preformatted,
  table: ({ children }) => <TableBlock>{children}</TableBlock>,
  input: ({ checked }) => <span aria-hidden>{checked ? "☑ " : "☐ "}</span>,
  "source-mark": ({ number }) => <SourceMark number={Number(number)} />,
};

type Tag = "p" | "ul" | "ol" | "li" | "strong" | "blockquote" | "hr" | "thead" | "tbody" | "tr" | "th" | "td";

function plainElements(...tags: Tag[]): NonNullable<StreamdownProps["components"]> {
  return Object.fromEntries(tags.map((tag) => [tag, tag]));
}

/** All headings of an answer are of one level below the answer's own; models skip levels, pages must not. */
function headings(): NonNullable<StreamdownProps["components"]> {
  return Object.fromEntries(
    (["h1", "h2", "h3", "h4", "h5", "h6"] as const).map((tag) => [
      tag,
      ({ children }: ComponentProps<"h3">) => <h3 data-level={tag}>{children}</h3>,
    ]),
  );
}

function Code({ children }: { children?: ReactNode }) {
  const maths = typeof children === "string" ? readMaths(children) : null;
  return maths === null ? <code>{children}</code> : <Maths {...maths} />;
}

function Preformatted({ node }: ExtraProps) {
  const code = node?.children.find((child) => child.type === "element");
  const className = code?.properties.className;
  const language = Array.isArray(className) ? String(className[0]).replace(/^language-/, "") : undefined;
  return <CodeBlock code={code === undefined ? "" : textOf(code).replace(/\n$/, "")} language={language} />;
}
