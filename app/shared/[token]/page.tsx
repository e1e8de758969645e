import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SharedTranscript } from "@/components/chat/shared-transcript";
import { Button } from "@/components/ui/button";
import { contentId, SkipLink } from "@/components/ui/skip-link";
import { findPublicChat } from "@/lib/chats/share-chat";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";

type SharedPageProps = { params: Promise<{ token: string }> };

/** One read for the page and its title. */
const loadChat = cache(async (token: string) => (await findPublicChat(token)) ?? notFound());

export async function generateMetadata({ params }: SharedPageProps): Promise<Metadata> {
  const { title } = await loadChat((await params).token);
  // The address is the secret: neither search engines nor linked pages are to learn it.
  return {
    title: title ?? strings.chats.untitled,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function SharedPage({ params }: SharedPageProps) {
  const { title, messages } = await loadChat((await params).token);
  return (
    <>
      <header className="mx-auto flex h-14 max-w-column items-center justify-between px-4 sm:px-6">
        <SkipLink />
        <span className="font-semibold tracking-tight">{product.name}</span>
        <Button asChild size="small">
          <Link href="/">{strings.share.askYourself}</Link>
        </Button>
      </header>
      <main id={contentId} className="mx-auto max-w-column px-4 pt-6 pb-24 sm:px-6">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">
          {title ?? strings.chats.untitled}
        </h1>
        <p className="mt-1 mb-8 text-muted-foreground text-sm">{strings.share.readOnly}</p>
        <SharedTranscript messages={messages} />
      </main>
    </>
  );
}
