import "server-only";
import { accounts } from "@/lib/config/accounts";
import { type Env, getEnv } from "@/lib/config/env";

export type SocialProvider = "github" | "google";

type Credentials = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly disableIdTokenSignIn?: boolean;
};

/** The providers whose keys are set. */
export function socialProviders(env: Env): Partial<Record<SocialProvider, Credentials>> {
  const github = credentials(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET);
  const google = credentials(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET);
  // Only the way over the provider's page binds a sign-in to the browser that began it.
  return { ...(github && { github }), ...(google && { google: { ...google, disableIdTokenSignIn: true } }) };
}

/** What pages for signing in have to offer. */
export type SignInWays = {
  readonly providers: readonly SocialProvider[];
  /** Whether a forgotten password is a matter of a mail; else an admin helps. */
  readonly resetsByMail: boolean;
  readonly passwordMinLength: number;
};

export function getSignInWays(): SignInWays {
  const env = getEnv();
  const { github, google } = socialProviders(env);
  return {
    providers: [...(github ? ["github" as const] : []), ...(google ? ["google" as const] : [])],
    resetsByMail: env.SMTP_URL !== undefined,
    passwordMinLength: accounts.passwordLength.min,
  };
}

function credentials(
  clientId: string | undefined,
  clientSecret: string | undefined,
): Credentials | undefined {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}
