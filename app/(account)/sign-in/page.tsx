import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { problemOf } from "@/components/account/call-account";
import { Problem } from "@/components/account/problem";
import { SignInForm } from "@/components/account/sign-in-form";
import { SocialButtons } from "@/components/account/social-buttons";
import { TextLink } from "@/components/account/text-link";
import { findAccount } from "@/lib/auth/find-account";
import { ownPath } from "@/lib/auth/own-path";
import { getSignInWays } from "@/lib/auth/sign-in-ways";
import { strings } from "@/lib/config/strings";

const words = strings.account.signIn;

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: words.title };

export default async function SignInPage({ searchParams }: PageQuery) {
  const { next, done, error, step } = await searchParams;
  const path = ownPath(next);
  const account = await findAccount(await headers());
  if (account !== null && !account.isAnonymous) redirect(path as Route);
  const doneText = done === "reset" ? words.afterReset : done === "deleted" ? words.afterDeletion : undefined;
  const problem = typeof error === "string" ? (problemOf(error) ?? strings.account.errors.other) : undefined;
  return (
    <AccountPage title={words.title} {...(account === null ? {} : { text: words.keeps })}>
      <SignInForm
        next={path}
        startsWithCode={step === "code"}
        above={
          <>
            {doneText !== undefined && <p role="status">{doneText}</p>}
            <Problem text={problem} />
            <SocialButtons providers={getSignInWays().providers} next={path} />
          </>
        }
        below={
          <p className="text-muted-foreground text-sm">
            {words.none}{" "}
            <TextLink
              href={{ pathname: "/sign-up", query: path === "/" ? {} : { next: path } }}
              className="text-foreground"
            >
              {strings.account.signUp.title}
            </TextLink>
          </p>
        }
      />
    </AccountPage>
  );
}
