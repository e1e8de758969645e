"use client";

import { Streamdown } from "streamdown";
import { classNames } from "@/components/ui/class-names";
import { kerningFor } from "@/components/ui/kerning-for";
import { citeSources } from "./cite-sources";
import { markdownElements } from "./markdown-elements";
import { untrustedMarkup } from "./untrusted-markup";

// Streamdown keeps one parser per list of plugins, told apart by their options: so each list has some of its own.
const answerPlugins = [...untrustedMarkup, [citeSources, { for: "answers" }] satisfies [unknown, object]];

const unfinished = { linkMode: "text-only", images: false } as const;

/** An answer's text, also while it grows. */
export function Markdown({ text, isGrowing = false }: { text: string; isGrowing?: boolean }) {
  return (
    <Streamdown
      className={classNames("prose", kerningFor(text))}
      components={markdownElements}
      rehypePlugins={answerPlugins}
      parseIncompleteMarkdown={isGrowing}
      isAnimating={isGrowing}
      remend={unfinished}
    >
      {text}
    </Streamdown>
  );
}
