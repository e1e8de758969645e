"use client";

import { ArrowUp, Square } from "lucide-react";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { AttachButton } from "./attachments/attach-button";
import { pastedFiles } from "./attachments/pasted-files";
import type { Phase } from "./use-conversation";

type ComposerProps = {
  text: string;
  phase: Phase;
  onWrite: (text: string) => void;
  onSend: () => void;
  /** Keeps the question until the answer under way has ended; absent when another one waits already. */
  onQueue: (() => void) | undefined;
  onStop: () => void;
  /** Files that were chosen or pasted. */
  onFiles: (files: readonly File[]) => void;
  /** What stands above the field. */
  children?: ReactNode;
};

/** The question field: grows with its text, Enter sends. */
export function Composer({
  text,
  phase,
  onWrite,
  onSend,
  onQueue,
  onStop,
  onFiles,
  children,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const isIdle = phase === "idle";
  const deliver = isIdle ? onSend : onQueue;
  const canSend = deliver !== undefined && text.trim() !== "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the page's scripts ran.
  useEffect(() => {
    if (field.current !== null && field.current.value !== "") onWrite(field.current.value);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (canSend) deliver();
  }

  function sendOnEnter(event: KeyboardEvent): void {
    // While composing, Enter picks a candidate of the input method.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    submit(event);
  }

  return (
    <form
      onSubmit={submit}
      className="rounded-3xl border border-input bg-card p-2 shadow-sm transition-colors focus-within:border-ring"
    >
      {children}
      <div className="flex items-end gap-2">
        <AttachButton onFiles={onFiles} />
        <textarea
          ref={field}
          aria-label={strings.composer.label}
          aria-describedby={hintId}
          placeholder={strings.composer.placeholder}
          dir="auto"
          rows={1}
          enterKeyHint="send"
          // biome-ignore lint/a11y/noAutofocus: the page is for asking, and this is where one does.
          autoFocus
          value={text}
          onChange={(event) => onWrite(event.target.value)}
          onKeyDown={sendOnEnter}
          onPaste={(event) => {
            const files = pastedFiles(event.clipboardData);
            if (files.length === 0) return;
            event.preventDefault();
            onFiles(files);
          }}
          // A paste is laid out before a class could follow from it, so never with kerning (see kerningFor).
          className="max-h-[35dvh] min-w-0 flex-1 resize-none bg-transparent px-1 py-1.5 outline-none [font-kerning:none] placeholder:text-muted-foreground"
        />
        <span id={hintId} className="sr-only">
          {strings.composer.hint}
        </span>
        {isIdle || text.trim() !== "" ? (
          <IconButton
            label={isIdle ? strings.composer.send : strings.queue.send}
            type="submit"
            look="solid"
            className="rounded-full"
            aria-disabled={!canSend}
          >
            <ArrowUp aria-hidden />
          </IconButton>
        ) : null}
        {!isIdle && (
          <IconButton
            label={phase === "stopping" ? strings.composer.stopping : strings.composer.stop}
            look="solid"
            className="rounded-full"
            aria-disabled={phase === "stopping"}
            onClick={phase === "stopping" ? undefined : onStop}
          >
            <Square className="size-3! fill-current" aria-hidden />
          </IconButton>
        )}
      </div>
    </form>
  );
}
