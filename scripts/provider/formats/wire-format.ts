import type { Answer } from "@/scripts/provider/answer/answer";
import type { Question } from "@/scripts/provider/answer/question";
import type { Frames } from "./frames";

export type ErrorDetails = { readonly message?: string | undefined; readonly code?: string | undefined };

/** How one provider's protocol reads a question and writes an answer down. */
export type WireFormat = {
  /** Throws a ZodError that says what is wrong with the body. */
  readQuestion(body: unknown): Question;
  writeStream(answer: Answer, question: Question): Frames;
  writeBody(answer: Answer): unknown;
  writeError(status: number, details: ErrorDetails, requestId: string): unknown;
  /** An error that is reported after the answer has begun, as the frame that carries it. */
  writeErrorFrame(message: string | undefined, deltasSent: number): string;
};
