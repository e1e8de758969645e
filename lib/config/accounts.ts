import "server-only";
import { newGuests } from "./plans";

/** How many times a client address may do something: so many a minute, of which `burst` may come at once. */
export type AttemptLimit = { readonly perMinute: number; readonly burst: number };

/** Rules of accounts and sessions. */
export const accounts = {
  sessionDays: 30,
  /** A session that is used is renewed once in so many days. */
  sessionRenewalDays: 1,
  /** Length instead of character classes (NIST SP 800-63B, 3.1.1.2). */
  passwordLength: { min: 12, max: 128 },
  nameMaxLength: 80,
  /** How long a link that sets a new password is good for: one that was mailed, one that an admin hands over. */
  resetLinkMinutes: { mailed: 60, handedOver: 24 * 60 },
  /** How long the second step of a sign-in may take. */
  twoFactorMinutes: 10,
  /** How long GitHub or Google may take to say who somebody is. */
  providerPatienceMs: 15_000,
} as const;

/** By route of the sign-in library, each counted for one client address. What is not named here has its own bounds. */
export const attemptLimits: Readonly<Record<string, AttemptLimit>> = {
  "/sign-in/anonymous": { perMinute: newGuests.perMinute, burst: newGuests.perMinute },
  "/sign-in/email": { perMinute: 6, burst: 10 },
  "/sign-in/social": { perMinute: 20, burst: 10 },
  "/sign-up/email": { perMinute: 6, burst: 10 },
  "/request-password-reset": { perMinute: 2, burst: 3 },
  "/reset-password": { perMinute: 6, burst: 10 },
  "/change-password": { perMinute: 6, burst: 10 },
  "/two-factor/*": { perMinute: 6, burst: 10 },
};

/** Wrong guesses at one account: by whoever, and by a browser that was signed in to it before. */
export type GuessLimit = { readonly stranger: AttemptLimit; readonly known: AttemptLimit };

/**
 * Guesses at one account from all addresses together; right ones are given back. Strangers share one slow allowance, so a
 * thousand addresses guess no faster than one. They can use it up, so the owner's browsers have an allowance of their own,
 * and a new password's link makes any browser one of them: nobody is locked out by others for good.
 */
export const guessLimits: Readonly<Record<"password" | "code", GuessLimit>> = {
  password: { stranger: { perMinute: 10 / 60, burst: 20 }, known: { perMinute: 1, burst: 10 } },
  // Six digits are guessed sooner than a password, by somebody who has the password already.
  code: { stranger: { perMinute: 2 / 60, burst: 10 }, known: { perMinute: 10 / 60, burst: 10 } },
};

/** How long a browser counts as one that was signed in before, and for how many accounts it remembers it. */
export const knownDevice = { days: 180, maxAccounts: 4 } as const;

/** Downloads of one's own data, for one person: each reads everything they ever asked. */
export const exportLimit: AttemptLimit = { perMinute: 1, burst: 3 };
