import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { strings } from "@/lib/config/strings";

export const metadata: Metadata = { title: strings.notFound.title };

export default function NotFound() {
  return (
    <MessagePage title={strings.notFound.title} text={strings.notFound.text}>
      <Button asChild>
        <Link href="/">{strings.notFound.home}</Link>
      </Button>
    </MessagePage>
  );
}
