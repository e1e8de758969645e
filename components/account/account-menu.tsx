"use client";

import { CircleUser } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { callAccount } from "./call-account";
import { leaveTo } from "./leave-to";
import { useSessionRenewal } from "./use-session-renewal";

/** Who looks at the page; undefined for a visitor who has not asked anything yet, who sees what a guest sees. */
export type MenuAccount = {
  readonly name: string;
  readonly email: string;
  readonly isGuest: boolean;
  readonly isAdmin: boolean;
  readonly isSessionAging: boolean;
};

/** Who one is, and what one can do about it. */
export function AccountMenu({ account }: { account: MenuAccount | undefined }) {
  const words = strings.account.menu;
  useSessionRenewal(account?.isSessionAging === true);

  async function signOut(): Promise<void> {
    await callAccount("/api/auth/sign-out");
    await leaveTo("/");
  }

  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <IconButton label={words.open}>
          <CircleUser aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        {account === undefined || account.isGuest ? (
          <>
            <Heading title={words.guest} text={words.guestHint} />
            <Item>
              <Link href="/sign-up">{words.create}</Link>
            </Item>
            <Item>
              <Link href="/sign-in">{words.signIn}</Link>
            </Item>
            {account !== undefined && (
              <Item>
                <Link href="/settings">{words.settings}</Link>
              </Item>
            )}
          </>
        ) : (
          <>
            <Heading title={account.name} text={account.email} />
            <Item>
              <Link href="/settings">{words.settings}</Link>
            </Item>
            {account.isAdmin && (
              <Item>
                <a href="/admin">{words.admin}</a>
              </Item>
            )}
            <Item asChild={false} onSelect={() => void signOut()}>
              {words.signOut}
            </Item>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Heading({ title, text }: { title: string; text: string }) {
  return (
    <Radix.Label className="mb-1 border-b px-3 pt-2 pb-3">
      <span className="block truncate font-medium">{title}</span>
      <span className="block break-words text-muted-foreground">{text}</span>
    </Radix.Label>
  );
}

function Item({ asChild = true, ...props }: ComponentProps<typeof Radix.Item> & { children: ReactNode }) {
  return (
    <Radix.Item
      asChild={asChild}
      className="block cursor-pointer select-none rounded-lg px-3 py-1.5 outline-none data-highlighted:bg-muted"
      {...props}
    />
  );
}
