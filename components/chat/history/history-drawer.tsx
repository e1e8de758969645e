"use client";

import { PanelLeft, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { History, type HistoryProps } from "./history";

/** The history where there is no room beside the chat: it slides over the page. */
export function HistoryDrawer(props: HistoryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const words = strings.history;
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger asChild>
        <IconButton label={words.open} className="-ml-2 lg:hidden">
          <PanelLeft aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/40 motion-safe:animate-appear" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-30 flex w-80 max-w-[85vw] flex-col border-r bg-background shadow-xl motion-safe:animate-appear"
        >
          <div className="flex h-14 shrink-0 items-center justify-between pr-3 pl-6">
            <Dialog.Title className="font-semibold">{words.label}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={words.close}>
                <X aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <History {...props} isLate onOpen={() => setIsOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
