import "server-only";
import { randomBytes } from "node:crypto";
import { accounts } from "@/lib/config/accounts";
import { sentences } from "@/lib/config/sentences";
import { insertAuditEvent } from "@/lib/db/audit-events";
import { getPool } from "@/lib/db/pool";
import { findPerson } from "@/lib/db/users";
import { deleteVerificationsOf } from "@/lib/db/verifications";
import { ChatError } from "@/lib/protocol/chat-error";
import { getAuth } from "./auth";
import type { Viewer } from "./find-viewer";
import { passwordResetPath } from "./password-reset-path";

/** Sets a new password, once. */
export type PasswordResetLink = {
  /** Without an origin: the page that shows it knows its own. */
  readonly path: string;
  readonly expiresAt: Date;
};

const TOKEN_BYTES = 24;

/**
 * Makes a link with which a person chooses a new password, for an admin to hand over where no mail can be sent. Links made
 * before are no longer good. Audited.
 * @param admin who asks for it; the caller has checked the role
 * @throws ChatError not_found when there is no such account in the admin's tenant; guests have no password
 */
export async function createPasswordResetLink(userId: string, admin: Viewer): Promise<PasswordResetLink> {
  const person = await findPerson(userId, admin.tenantId);
  if (person === null || person.isAnonymous) throw new ChatError("not_found", sentences.noSuchAccount);
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const expiresAt = new Date(Date.now() + accounts.resetLinkMinutes.handedOver * 60_000);
  await deleteVerificationsOf(userId);
  await insertAuditEvent(getPool(), {
    tenantId: admin.tenantId,
    actorId: admin.userId,
    action: "user.reset-link",
    targetKind: "user",
    targetId: userId,
    details: { expiresAt },
  });
  const { internalAdapter } = await getAuth().$context;
  // The name and the place under which the sign-in library's own route looks for it.
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt,
  });
  return { path: passwordResetPath(token), expiresAt };
}
