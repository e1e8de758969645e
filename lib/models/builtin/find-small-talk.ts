import "server-only";
import { builtinAnswers, smallTalk } from "@/lib/config/builtin-answers";

type Kind = keyof typeof smallTalk;

/** The reply to a message that asks nothing of the documents, such as a greeting; null when it is a question. */
export function findSmallTalk(message: string): string | null {
  const words = plain(message);
  const kind = kindOf(words) ?? kindOf(withoutGreeting(words));
  return kind === undefined ? null : builtinAnswers[kind];
}

function kindOf(words: string): Kind | undefined {
  return (Object.keys(smallTalk) as Kind[]).find((kind) =>
    smallTalk[kind].some((phrase) => phrase === words),
  );
}

function withoutGreeting(words: string): string {
  const greeting = smallTalk.greeting
    .filter((phrase) => words.startsWith(`${phrase} `))
    .sort((a, b) => b.length - a.length)[0];
  return greeting === undefined ? words : words.slice(greeting.length + 1);
}

function plain(message: string): string {
  return (
    message
      .toLowerCase()
      .replaceAll(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}
