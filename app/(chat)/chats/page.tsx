import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { contentId } from "@/components/ui/skip-link";
import { findViewer } from "@/lib/auth/find-viewer";
import { listChats } from "@/lib/chats/list-chats";
import { strings } from "@/lib/config/strings";

export const metadata: Metadata = { title: strings.chats.heading };

export default async function ChatsPage() {
  const viewer = await findViewer(await headers());
  const chats = viewer === null ? [] : await listChats(viewer.userId);
  return (
    <main id={contentId} className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-column px-4 pt-4 pb-10 sm:px-6">
        <h1 className="font-semibold text-2xl tracking-tight">{strings.chats.heading}</h1>
        {chats.length === 0 ? (
          <div className="mt-4 space-y-4 text-muted-foreground">
            <p>{strings.chats.empty}</p>
            <Button asChild>
              <Link href="/">{strings.chats.first}</Link>
            </Button>
          </div>
        ) : (
          <ul className="-mx-3 mt-4">
            {chats.map((chat) => (
              <li key={chat.id}>
                <Link
                  href={`/chat/${chat.id}`}
                  prefetch={false}
                  className="flex items-baseline justify-between gap-4 rounded-lg px-3 py-2.5 hover:bg-muted"
                >
                  <span className="truncate">{chat.title}</span>
                  <span className="shrink-0 text-muted-foreground text-sm">
                    <RelativeTime iso={chat.updatedAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}
