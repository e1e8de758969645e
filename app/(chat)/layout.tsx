import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Header } from "@/components/chat/header";
import { isTheme, themeCookieName } from "@/components/ui/theme";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  return (
    <div className="flex h-dvh flex-col">
      <Header theme={isTheme(theme) ? theme : "system"} />
      {children}
    </div>
  );
}
