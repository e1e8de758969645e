import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { findViewer, type Viewer } from "./find-viewer";

/**
 * The admin who asks: the one place that decides who may see and do what is under /admin. To everybody else it looks as
 * if there were nothing there.
 * @throws ChatError not_found
 */
export async function requireAdmin(requestHeaders: Headers): Promise<Viewer> {
  const viewer = await findViewer(requestHeaders);
  if (viewer?.role !== "ADMIN") throw new ChatError("not_found", sentences.pageNotFound);
  return viewer;
}

/** The admin who opened a page, or who sent a form of one. Ends in the not-found page for everybody else. */
export async function requireAdminPage(): Promise<Viewer> {
  try {
    return await requireAdmin(await headers());
  } catch (error) {
    if (error instanceof ChatError) notFound();
    throw error;
  }
}
