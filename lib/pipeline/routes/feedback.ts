import "server-only";
import { z } from "zod";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { feedbackSchema, reportSchema } from "@/lib/protocol/feedback";
import { giveFeedback, reportTurn } from "@/lib/review/give-feedback";
import { requireViewer } from "../admit/require-viewer";
import { readJson } from "../read-json";

type TurnRoute = { readonly params: Promise<{ readonly id: string }> };

/**
 * POST /api/turns/[id]/feedback `{ rating, reason? }`: thumbs up, down, or neither any more.
 * @throws ChatError unauthorized, bad_request, not_found
 */
export async function postFeedback(request: Request, { params }: TurnRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const turnId = requireTurnId((await params).id);
  await giveFeedback(turnId, viewer.userId, await readJson(request, feedbackSchema));
  return Response.json({ stored: true });
}

/**
 * POST /api/turns/[id]/report `{ reason }`: puts an answer before a reviewer.
 * @throws ChatError unauthorized, bad_request, not_found
 */
export async function postReport(request: Request, { params }: TurnRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const turnId = requireTurnId((await params).id);
  await reportTurn(turnId, viewer.userId, (await readJson(request, reportSchema)).reason);
  return Response.json({ stored: true });
}

function requireTurnId(id: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new ChatError("not_found", sentences.noSuchTurn);
  return parsed.data;
}
