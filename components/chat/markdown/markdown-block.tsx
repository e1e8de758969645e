import { memo } from "react";
import { Streamdown } from "streamdown";
import { classNames } from "@/components/ui/class-names";
import { kerningFor } from "@/components/ui/kerning-for";
import { citeSources } from "./cite-sources";
import { completeTail } from "./complete-tail";
import { markMaths } from "./mark-maths";
import { markdownElements } from "./markdown-elements";
import { untrustedMarkup } from "./untrusted-markup";

// Streamdown keeps one parser per list of plugins, told apart by their options: so each list has some of its own.
const answerPlugins = [...untrustedMarkup, [citeSources, { for: "answers" }] satisfies [unknown, object]];

const unfinished = { linkMode: "text-only", images: false } as const;

/** One top-level block of an answer. */
export const MarkdownBlock = memo(function MarkdownBlock({
  text,
  isGrowing,
}: {
  text: string;
  isGrowing: boolean;
}) {
  const shown = markMaths(isGrowing ? completeTail(text) : text, isGrowing);
  return (
    <Streamdown
      className={classNames("prose", isGrowing && "growing", kerningFor(text))}
      components={markdownElements}
      rehypePlugins={answerPlugins}
      parseMarkdownIntoBlocksFn={asOneBlock}
      parseIncompleteMarkdown={isGrowing}
      isAnimating={isGrowing}
      remend={unfinished}
    >
      {shown}
    </Streamdown>
  );
});

function asOneBlock(text: string): string[] {
  return [text];
}
