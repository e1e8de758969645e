import "server-only";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { insertAuditEvent } from "@/lib/db/audit-events";
import { getPool } from "@/lib/db/pool";
import { deleteSessionsOf } from "@/lib/db/sessions";

/** The sign-in library's own routes for admins that change something, and what of their body is kept. */
const audited: Readonly<Record<string, { readonly action: string; readonly keep: readonly string[] }>> = {
  "/admin/set-role": { action: "user.set-role", keep: ["role"] },
  "/admin/create-user": { action: "user.create", keep: ["role"] },
  "/admin/update-user": { action: "user.update", keep: [] },
  "/admin/ban-user": { action: "user.ban", keep: ["banReason", "banExpiresIn"] },
  "/admin/unban-user": { action: "user.unban", keep: [] },
  "/admin/revoke-user-session": { action: "user.sign-out", keep: [] },
  "/admin/revoke-user-sessions": { action: "user.sign-out", keep: [] },
  "/admin/set-user-password": { action: "user.set-password", keep: [] },
};

/** Keeps who did what to whom, and ends the sessions that an old password opened. */
export const auditAdminRoutes = createAuthMiddleware(async (call) => {
  const rule = audited[call.path];
  if (rule === undefined || isAPIError(call.context.returned)) return;
  const actor: Readonly<Record<string, unknown>> | undefined = call.context.session?.user;
  const body: Readonly<Record<string, unknown>> = call.body ?? {};
  const targetId = targetOf(body, call.context.returned);
  if (call.path === "/admin/set-user-password") await deleteSessionsOf(targetId);
  await insertAuditEvent(getPool(), {
    tenantId: typeof actor?.["tenantId"] === "string" ? actor["tenantId"] : "default",
    actorId: typeof actor?.["id"] === "string" ? actor["id"] : null,
    action: rule.action,
    targetKind: "user",
    targetId,
    details: Object.fromEntries(rule.keep.map((key) => [key, body[key] ?? null])),
  });
});

/** A new person's id is in the answer; one session is named by its token, which is a secret. */
function targetOf(body: Readonly<Record<string, unknown>>, returned: unknown): string {
  if (typeof body["userId"] === "string") return body["userId"];
  const { user } = (returned ?? {}) as { user?: { id?: unknown } };
  return typeof user?.id === "string" ? user.id : "unknown";
}
