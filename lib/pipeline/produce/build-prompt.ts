import "server-only";
import { randomBytes } from "node:crypto";
import type { LanguageModelV4FilePart, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { getAuthSecret } from "@/lib/auth/get-auth-secret";
import { spotlight } from "@/lib/guards/input/sentences/spotlight";
import { canaryOf } from "@/lib/prompts/canary";
import { renderAnswerPrompt } from "@/lib/prompts/render-answer-prompt";
import { documentText } from "@/lib/protocol/passage";
import type { OutgoingImage } from "../attachments/gather-images";
import type { AdmittedTurn } from "../turn";
import type { Outgoing } from "./hide-personal";

const NONCE_BYTES = 6;

/** What the model is told: our instructions with the documents as marked data, the conversation, the question. */
export function buildPrompt(
  turn: AdmittedTurn,
  { question, history, passages, images }: Outgoing,
): LanguageModelV4Prompt {
  const nonce = randomBytes(NONCE_BYTES).toString("hex");
  const lit = passages.map((passage) => spotlight(documentText(passage), nonce));
  const documents = {
    instruction: lit[0]?.instruction ?? "",
    texts: lit.map(({ text }) => text),
    imageNames: images.map(({ name }) => name),
  };
  const canary = canaryOf(turn.prompt.id, getAuthSecret());
  return [
    { role: "system", content: renderAnswerPrompt(turn.prompt.content, documents, canary) },
    ...history.map(({ role, text }) => ({ role, content: [{ type: "text" as const, text }] })),
    { role: "user", content: [...images.map(toFilePart), { type: "text", text: question }] },
  ];
}

function toFilePart({ mediaType, content }: OutgoingImage): LanguageModelV4FilePart {
  return { type: "file", mediaType, data: { type: "data", data: content } };
}
