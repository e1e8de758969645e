import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AttachmentLimitsProvider } from "@/components/chat/attachments/attachment-limits";
import { Header } from "@/components/chat/header";
import { History } from "@/components/chat/history/history";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { findMenuAccount } from "@/lib/auth/find-menu-account";
import { findViewer } from "@/lib/auth/find-viewer";
import { listChats } from "@/lib/chats/list-chats";
import { strings } from "@/lib/config/strings";
import { readAttachmentLimits } from "@/lib/models/read-attachment-limits";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  const requestHeaders = await headers();
  const [account, viewer] = await Promise.all([findMenuAccount(requestHeaders), findViewer(requestHeaders)]);
  const chats = viewer === null ? [] : await listChats(viewer.userId);
  const history = { chats, nowMs: Date.now() };
  const limits = readAttachmentLimits();
  return (
    <div className="flex h-dvh flex-col">
      <Header theme={isTheme(theme) ? theme : "system"} account={account} history={history} />
      <div className="flex min-h-0 flex-1">
        <nav aria-label={strings.history.label} className="w-72 shrink-0 border-r max-lg:hidden">
          <History {...history} />
        </nav>
        <div className="flex min-w-0 flex-1 flex-col">
          <AttachmentLimitsProvider limits={limits}>{children}</AttachmentLimitsProvider>
        </div>
      </div>
    </div>
  );
}
