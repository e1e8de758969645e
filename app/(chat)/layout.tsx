import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { composerId } from "@/components/chat/composer-id";
import { Header } from "@/components/chat/header";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { strings } from "@/lib/config/strings";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  return (
    <div className="flex h-dvh flex-col">
      <a
        href={`#${composerId}`}
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-background focus:px-3 focus:py-2"
      >
        {strings.page.skipToComposer}
      </a>
      <Header theme={isTheme(theme) ? theme : "system"} />
      {children}
    </div>
  );
}
