import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { DeleteAccount } from "@/components/account/settings/delete-account";
import { describeDevice } from "@/components/account/settings/describe-device";
import { PasswordForm } from "@/components/account/settings/password-form";
import { ProfileForm } from "@/components/account/settings/profile-form";
import { SessionList } from "@/components/account/settings/session-list";
import { SettingsSection } from "@/components/account/settings/settings-section";
import { ThemeChoice } from "@/components/account/settings/theme-choice";
import { TwoFactorSettings } from "@/components/account/settings/two-factor-settings";
import { TextLink } from "@/components/account/text-link";
import { Button } from "@/components/ui/button";
import { contentId } from "@/components/ui/skip-link";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { findAccount, listSessions } from "@/lib/auth/find-account";
import { getSignInWays } from "@/lib/auth/sign-in-ways";
import { strings } from "@/lib/config/strings";
import { Usage } from "./usage";

const words = strings.account.settings;

export const metadata: Metadata = { title: words.title };

export default async function SettingsPage() {
  const requestHeaders = await headers();
  const account = await findAccount(requestHeaders);
  if (account === null) redirect("/sign-in?next=/settings");
  const theme = (await cookies()).get(themeCookieName)?.value;
  const sessions = await listSessions(requestHeaders);
  const isGuest = account.isAnonymous;
  return (
    <main id={contentId} className="mx-auto w-full max-w-column px-6 pt-8 pb-24">
      <h1 className="pb-8 font-semibold text-2xl tracking-tight">{words.title}</h1>
      {isGuest ? (
        <SettingsSection title={words.guest.title}>
          <p className="text-muted-foreground">{words.guest.text}</p>
          <div className="flex flex-wrap items-center gap-4">
            <Button look="solid" asChild>
              <TextLink href="/sign-up" className="no-underline">
                {strings.account.signUp.title}
              </TextLink>
            </Button>
            <TextLink href="/sign-in" className="text-sm">
              {strings.account.signIn.title}
            </TextLink>
          </div>
        </SettingsSection>
      ) : (
        <>
          <SettingsSection title={words.profile.title}>
            <ProfileForm name={account.name} email={account.email} />
          </SettingsSection>
          <SettingsSection title={words.password.title}>
            {account.hasPassword ? (
              <PasswordForm minLength={getSignInWays().passwordMinLength} />
            ) : (
              <p className="text-muted-foreground">{words.password.none}</p>
            )}
          </SettingsSection>
          {account.hasPassword && (
            <SettingsSection title={words.twoFactor.title}>
              <TwoFactorSettings isOn={account.twoFactorEnabled} isAdmin={account.role === "ADMIN"} />
            </SettingsSection>
          )}
          <SettingsSection title={words.sessions.title}>
            <SessionList
              sessions={sessions.map(({ id, userAgent, renewedAt, isCurrent }) => ({
                id,
                device: describeDevice(userAgent),
                renewedAt: renewedAt.toISOString(),
                isCurrent,
              }))}
            />
          </SettingsSection>
        </>
      )}
      <SettingsSection title={words.theme.title}>
        <ThemeChoice initial={isTheme(theme) ? theme : "system"} />
      </SettingsSection>
      <SettingsSection title={words.usage.title}>
        <Usage account={account} headers={requestHeaders} />
      </SettingsSection>
      <SettingsSection title={words.data.title}>
        <p className="text-muted-foreground">{words.data.text}</p>
        <Button className="self-start" asChild>
          <a href="/api/account/export" download>
            {words.data.download}
          </a>
        </Button>
      </SettingsSection>
      <SettingsSection title={isGuest ? words.deletion.guestTitle : words.deletion.title}>
        <DeleteAccount isGuest={isGuest} />
      </SettingsSection>
    </main>
  );
}
