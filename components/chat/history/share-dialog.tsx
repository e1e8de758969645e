"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { callShare } from "./call-share";

type ShareDialogProps = { chatId: string; title: string; onClose: () => void };

/** Makes, brings up to date and revokes the link under which everyone may read a chat. */
export function ShareDialog({ chatId, title, onClose }: ShareDialogProps) {
  const [path, setPath] = useState<string | null>();
  const [outcome, setOutcome] = useState<string>();
  const words = strings.share;

  useEffect(() => {
    void callShare(chatId, "GET").then((answer) => setPath(answer?.path ?? null));
  }, [chatId]);

  async function call(method: "POST" | "DELETE", done: string): Promise<void> {
    const answer = await callShare(chatId, method);
    if (answer !== undefined) setPath(answer.path);
    setOutcome(answer === undefined ? strings.history.failed : done);
  }

  const url = path ? new URL(path, window.location.href).href : undefined;
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40 motion-safe:animate-appear" />
        <Dialog.Content className="fixed inset-x-4 top-[20vh] z-40 mx-auto max-w-md space-y-4 rounded-2xl border bg-background p-5 shadow-xl">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="break-words pt-1 font-semibold">{words.title(title)}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={strings.history.close} size="iconSmall">
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <Dialog.Description className="text-muted-foreground text-sm">
            {words.description}
          </Dialog.Description>
          {url !== undefined && (
            <div className="flex items-center gap-1 rounded-lg border border-input pr-1 pl-3">
              <input
                readOnly
                aria-label={words.link}
                value={url}
                onFocus={(event) => event.target.select()}
                className="min-w-0 flex-1 bg-transparent py-2 text-sm outline-none"
              />
              <CopyButton label={words.copy} outcomes={strings.copy} read={() => url} />
            </div>
          )}
          <div className="flex flex-wrap items-center justify-end gap-2">
            <p role="status" className="mr-auto text-muted-foreground text-sm">
              {outcome}
            </p>
            {url === undefined ? (
              <Button
                look="solid"
                size="small"
                aria-disabled={path === undefined}
                onClick={() => void call("POST", words.created)}
              >
                {words.create}
              </Button>
            ) : (
              <>
                <Button size="small" look="ghost" onClick={() => void call("DELETE", words.revoked)}>
                  {words.revoke}
                </Button>
                <Button size="small" onClick={() => void call("POST", words.updated)}>
                  {words.update}
                </Button>
              </>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
