import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Header } from "@/components/chat/header";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { findMenuAccount } from "@/lib/auth/find-menu-account";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  const account = await findMenuAccount(await headers());
  return (
    <div className="flex h-dvh flex-col">
      <Header theme={isTheme(theme) ? theme : "system"} account={account} />
      {children}
    </div>
  );
}
