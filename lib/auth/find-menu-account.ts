import "server-only";
import { findAccount, isSessionAging } from "./find-account";

/** What the account menu shows of the person who looks at a page; undefined when nobody is signed in. */
export async function findMenuAccount(headers: Headers) {
  const account = await findAccount(headers);
  if (account === null) return undefined;
  return {
    name: account.name,
    email: account.email,
    isGuest: account.isAnonymous,
    isAdmin: account.role === "ADMIN",
    isSessionAging: isSessionAging(account),
  };
}
