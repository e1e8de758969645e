import "server-only";
import { accounts } from "@/lib/config/accounts";
import { type Account, findAccountByToken } from "@/lib/db/accounts";
import { listSessionsOf, type SessionListing } from "@/lib/db/sessions";
import { readSessionToken } from "./session-token";

/** The account of a request's person, a guest's too; null when nobody is signed in. For pages; see also find-viewer.ts. */
export async function findAccount(headers: Headers): Promise<Account | null> {
  const token = readSessionToken(headers);
  return token === null ? null : findAccountByToken(token);
}

/** The living sessions of the request's person, their own first; none when nobody is signed in. */
export async function listSessions(headers: Headers): Promise<SessionListing[]> {
  const [token, account] = [readSessionToken(headers), await findAccount(headers)];
  return token === null || account === null ? [] : listSessionsOf(account.userId, token);
}

/** Whether the browser should ask for its session to be renewed, so that it does not end while it is used. */
export function isSessionAging({ sessionRenewedAt }: Account): boolean {
  return Date.now() - sessionRenewedAt.getTime() > accounts.sessionRenewalDays * 86_400_000;
}
