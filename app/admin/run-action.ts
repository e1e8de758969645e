import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import type { Viewer } from "@/lib/auth/find-viewer";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { strings } from "@/lib/config/strings";
import { ChatError } from "@/lib/protocol/chat-error";
import type { ActionResult } from "@/lib/protocol/review/action-result";

/**
 * What every action of the admin area is made of: only an admin gets through, what came from the browser is read by the
 * schema, and a ChatError becomes its sentence. Anything else that is thrown stays an error of the server.
 */
export async function runAdminAction<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  run: (admin: Viewer, parsed: z.output<Schema>) => Promise<unknown>,
): Promise<ActionResult> {
  const admin = await requireAdminPage();
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, message: problemsOf(parsed.error.issues) };
  try {
    await run(admin, parsed.data);
  } catch (error) {
    if (error instanceof ChatError) return { ok: false, message: error.message };
    throw error;
  }
  revalidatePath("/admin", "layout");
  return { ok: true };
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const { labels, problems } = strings.admin;
  const names: Readonly<Record<string, string>> = labels.details;
  return issues
    .map(({ path, message }) => {
      const field = String(path.at(-1) ?? problems.input);
      return problems.of(names[field] ?? field, message);
    })
    .join("; ");
}
