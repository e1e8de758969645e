"use client";

import { memo, useState } from "react";
import { SkippedUnseen } from "@/components/ui/skipped-unseen";
import { GrowingBlocks, type Section } from "./growing-blocks";
import { MarkdownBlock } from "./markdown-block";

type MarkdownProps = { text: string; isGrowing?: boolean };

/** An answer's text, also while it grows: only its last block is parsed again. */
export const Markdown = memo(function Markdown({ text, isGrowing = false }: MarkdownProps) {
  const [blocks] = useState(() => new GrowingBlocks());
  const sections = blocks.read(text);
  const last = sections.at(-1);
  return (
    <div data-answer-text>
      {sections.map((section) => (
        <MarkdownSection
          key={section[0]?.start}
          section={section}
          isLast={section === last}
          isGrowing={isGrowing && section === last}
        />
      ))}
    </div>
  );
});

type MarkdownSectionProps = { section: Section; isLast: boolean; isGrowing: boolean };

const MarkdownSection = memo(function MarkdownSection({ section, isLast, isGrowing }: MarkdownSectionProps) {
  const last = section.at(-1);
  const length = section.reduce((sum, block) => sum + block.text.length, 0);
  return (
    <SkippedUnseen className="prose-section" textLength={length} isSkipped={!isLast}>
      {section.map((block) => (
        <MarkdownBlock key={block.start} text={block.text} isGrowing={isGrowing && block === last} />
      ))}
    </SkippedUnseen>
  );
});
