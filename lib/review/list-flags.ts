import "server-only";
import { countOpenFlags, findFlags } from "@/lib/db/flag-queue";
import { type MessageContent, textOfContent } from "@/lib/protocol/message-content";
import type { FlagFilter, FlagLine } from "@/lib/protocol/review/flag-list";

const PAGE_SIZE = 50;
/** Enough to decide by; the rest is on the turn's own page. */
const MAX_TEXT_LENGTH = 4_000;
const MAX_COUNTED = 1_000;

export type FlagPage = { readonly flags: readonly FlagLine[]; readonly next: string | null };

/** A page of what waits for a decision, or of what had one. */
export async function listFlags(tenantId: string, filter: FlagFilter): Promise<FlagPage> {
  const found = await findFlags(tenantId, filter, PAGE_SIZE + 1);
  const page = found.slice(0, PAGE_SIZE);
  return {
    flags: page.map((flag) => ({ ...flag, question: excerpt(flag.question), answer: excerpt(flag.answer) })),
    next: found.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** How many wait, for the navigation: the count, or `1,000+`. */
export async function describeOpenFlags(tenantId: string): Promise<string> {
  const count = await countOpenFlags(tenantId, MAX_COUNTED);
  return count >= MAX_COUNTED ? "1,000+" : String(count);
}

function excerpt(content: MessageContent | null): string {
  const text = content === null ? "" : textOfContent(content);
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}
