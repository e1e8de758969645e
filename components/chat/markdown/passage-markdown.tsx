"use client";

import { useMemo } from "react";
import { Streamdown } from "streamdown";
import { markSentence } from "./mark-sentence";
import { markdownElements } from "./markdown-elements";
import { untrustedMarkup } from "./untrusted-markup";

/** The text of a source, with the sentence an answer rests on marked. */
export function PassageMarkdown({ text, sentence }: { text: string; sentence: string | undefined }) {
  const plugins = useMemo(
    () => [...untrustedMarkup, [markSentence, { sentence: sentence ?? "" }] satisfies [unknown, object]],
    [sentence],
  );
  return (
    <Streamdown className="prose" mode="static" components={markdownElements} rehypePlugins={plugins}>
      {text}
    </Streamdown>
  );
}
