import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Header } from "@/components/chat/header";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { findMenuAccount } from "@/lib/auth/find-menu-account";

export default async function KnowledgeLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  const account = await findMenuAccount(await headers());
  return (
    <>
      <Header theme={isTheme(theme) ? theme : "system"} account={account} />
      <main className="mx-auto max-w-column px-4 pt-4 pb-24 sm:px-6">{children}</main>
    </>
  );
}
