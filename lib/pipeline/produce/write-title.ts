import "server-only";
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { getLogger } from "@/lib/config/logger";
import { titles } from "@/lib/config/titles";
import { retitleChat } from "@/lib/db/chats";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { ModelSpec } from "@/lib/models/model-spec";
import { loadPrompt } from "@/lib/prompts/load-prompt";
import type { AdmittedTurn } from "../turn";
import type { AttemptLog } from "./attempt-log";
import type { Outgoing } from "./hide-personal";
import { outputContext } from "./open-gate";
import { openModel } from "./open-model";

/**
 * Has a model write the title of a new chat, and stores it unless its person has named the chat by now. A title is no
 * answer: when none comes, or a guard dislikes it, the question's beginning stays and nobody is told.
 * @returns the title that was stored, or null
 */
export async function writeTitle(
  turn: AdmittedTurn,
  outgoing: Outgoing,
  attempts: AttemptLog,
  abortSignal: AbortSignal,
): Promise<string | null> {
  const { titler } = turn;
  // A placeholder makes no title, and what it stands for stays here.
  if (titler === null || outgoing.findings.some(({ action }) => action === "redact")) return null;
  try {
    const title = tidyTitle(await ask(titler, outgoing.question, attempts, abortSignal));
    if (title === "" || !isHarmless(turn, outgoing, title)) return null;
    return (await retitleChat(turn.chatId, turn.title, title)) ? title : null;
  } catch (error) {
    if (!abortSignal.aborted) getLogger().info({ error, turnId: turn.id }, "no title was written");
    return null;
  }
}

async function ask(
  titler: ModelSpec,
  question: string,
  observer: AttemptLog,
  abortSignal: AbortSignal,
): Promise<string> {
  const { content: instructions } = await loadPrompt("title");
  const text = question.slice(0, titles.maxQuestionLength).toWellFormed();
  const prompt: LanguageModelV4Prompt = [
    { role: "system", content: instructions },
    { role: "user", content: [{ type: "text", text: `Message:\n\n${text}` }] },
  ];
  const { content } = await openModel([titler], observer).doGenerate({
    prompt,
    maxOutputTokens: titles.maxOutputTokens,
    abortSignal,
    providerOptions: { openai: { store: false } },
  });
  return content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

/** One line of plain text, whatever the model made of the instructions. */
export function tidyTitle(written: string): string {
  const line = written
    .toWellFormed()
    .replaceAll(/\p{C}+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^(?:title|titel|titre|título)\s*:\s*/i, "")
    .replaceAll(/^[\s"'`*#_“”„«»]+|[\s"'`*_“”«».]+$/g, "");
  return line.length <= titles.maxLength ? line : `${line.slice(0, titles.maxLength - 1).trimEnd()}…`;
}

function isHarmless(turn: AdmittedTurn, outgoing: Outgoing, title: string): boolean {
  const guard = createOutputGuard({ ...outputContext(turn, outgoing), surface: "text" });
  const shown = guard.push(title) + guard.flush();
  return guard.verdict === "allow" && shown === title;
}
