import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { SignUpForm } from "@/components/account/sign-up-form";
import { SocialButtons } from "@/components/account/social-buttons";
import { TextLink } from "@/components/account/text-link";
import { findAccount } from "@/lib/auth/find-account";
import { ownPath } from "@/lib/auth/own-path";
import { getSignInWays } from "@/lib/auth/sign-in-ways";
import { strings } from "@/lib/config/strings";

const words = strings.account.signUp;

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: words.title };

export default async function SignUpPage({ searchParams }: PageQuery) {
  const path = ownPath((await searchParams).next);
  const account = await findAccount(await headers());
  if (account !== null && !account.isAnonymous) redirect(path as Route);
  const { providers, passwordMinLength } = getSignInWays();
  return (
    <AccountPage title={words.title} {...(account === null ? {} : { text: words.keeps })}>
      <SocialButtons providers={providers} next={path} />
      <SignUpForm next={path} passwordMinLength={passwordMinLength} />
      <p className="text-muted-foreground text-sm">
        {words.has}{" "}
        <TextLink
          href={{ pathname: "/sign-in", query: path === "/" ? {} : { next: path } }}
          className="text-foreground"
        >
          {strings.account.signIn.title}
        </TextLink>
      </p>
    </AccountPage>
  );
}
