"use client";

import { useEffect, useRef, useState } from "react";
import { strings } from "@/lib/config/strings";
import type { AttachmentReference, AttachmentState } from "@/lib/protocol/attachment";
import { newId } from "../new-id";
import { Refusal } from "../refusal";
import { useAttachmentLimits } from "./attachment-limits";
import { entryOf, type FileEntry, stateOfFiles } from "./file-entry";
import { readKeptFiles, writeKeptFiles } from "./kept-files";
import { prepareImage } from "./prepare-image";
import { uploadFile } from "./upload-file";
import { watchAttachment } from "./watch-attachment";

const MEGABYTE = 1_000_000;

/** The files of the question that is being written. What the server has of them survives a reload, like the draft. */
export function useAttachments(draftName: string) {
  const key = `files:${draftName}`;
  const limits = useAttachmentLimits();
  const [entries, setEntries] = useState<readonly FileEntry[]>([]);
  const [problem, setProblem] = useState<string>();
  const latest = useRef(entries);
  const underWay = useRef(new Map<string, AbortController>());

  function show(next: readonly FileEntry[]): void {
    latest.current = next;
    setEntries(next);
  }

  function change(next: readonly FileEntry[]): void {
    show(next);
    writeKeptFiles(key, next);
  }

  function update(entryKey: string, changes: Partial<FileEntry>): void {
    change(latest.current.map((entry) => (entry.key === entryKey ? { ...entry, ...changes } : entry)));
  }

  async function follow(entryKey: string, read: (signal: AbortSignal) => Promise<AttachmentState>) {
    const controller = new AbortController();
    underWay.current.set(entryKey, controller);
    try {
      update(entryKey, outcomeOf(await read(controller.signal)));
    } catch (error) {
      if (controller.signal.aborted) return;
      update(entryKey, { progress: { kind: "failed", message: sentenceOf(error) } });
    } finally {
      underWay.current.delete(entryKey);
    }
  }

  function start(entryKey: string, file: File): void {
    void follow(entryKey, async (signal) => {
      const onProgress = (percent: number) => update(entryKey, { progress: { kind: "uploading", percent } });
      const sent = limits.images !== null && isImage(file) ? await prepareImage(file, limits.images) : file;
      const { id, name, byteLength } = await uploadFile(sent, { onProgress, signal });
      update(entryKey, { id, name, byteLength, progress: { kind: "reading" } });
      return watchAttachment(id, signal);
    });
  }

  function add(files: readonly File[]): void {
    const room = limits.maxFiles - latest.current.length;
    setProblem(files.length > room ? strings.attachments.tooMany(limits.maxFiles) : undefined);
    for (const file of files.slice(0, Math.max(0, room))) {
      const entry = { key: newId(), name: file.name, byteLength: file.size };
      // How large an image is when it is sent shows when it has been made smaller.
      const isTooLarge = file.size > limits.maxFileBytes && (limits.images === null || !isImage(file));
      const message = strings.attachments.tooLarge(limits.maxFileBytes / MEGABYTE);
      change([
        ...latest.current,
        {
          ...entry,
          progress: isTooLarge ? { kind: "failed", message } : { kind: "uploading", percent: 0 },
        },
      ]);
      if (!isTooLarge) start(entry.key, file);
    }
  }

  function remove(entryKey: string): void {
    setProblem(undefined);
    underWay.current.get(entryKey)?.abort();
    const id = latest.current.find((entry) => entry.key === entryKey)?.id;
    change(latest.current.filter((entry) => entry.key !== entryKey));
    // What can't be deleted now goes by itself when it is never sent.
    if (id !== undefined) void fetch(`/api/attachments/${id}`, { method: "DELETE" }).catch(() => undefined);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each draft; the server cannot know it.
  useEffect(() => {
    const running = underWay.current;
    for (const { id, name, byteLength } of readKeptFiles(key)) {
      if (latest.current.some((entry) => entry.key === id)) continue;
      show([...latest.current, { key: id, id, name, byteLength, progress: { kind: "reading" } }]);
      void follow(id, (signal) => watchAttachment(id, signal));
    }
    return () => {
      for (const controller of running.values()) controller.abort();
      show([]);
    };
  }, [key]);

  return {
    entries,
    state: stateOfFiles(entries),
    /** Why files were not added. */
    problem,
    add,
    remove,
    /** Empties the list; what is kept stays until `forget`. */
    take(): AttachmentReference[] {
      const taken = latest.current.flatMap(({ progress }) =>
        progress.kind === "ready" ? [progress.reference] : [],
      );
      show([]);
      return taken;
    },
    /** What was taken has arrived. */
    forget: () => writeKeptFiles(key, latest.current),
    /** Puts files back, unless others have been added. */
    giveBack(references: readonly AttachmentReference[]): void {
      if (latest.current.length === 0) change(references.map(entryOf));
    },
  };
}

function outcomeOf(state: AttachmentState): Partial<FileEntry> {
  if (state.status !== "ready")
    return { progress: { kind: "failed", message: state.message ?? strings.attachments.gone } };
  const { id, name, kind, byteLength, pages } = state;
  return { progress: { kind: "ready", reference: { id, name, kind, byteLength, pages } } };
}

function isImage({ type }: File): boolean {
  return type.startsWith("image/");
}

function sentenceOf(error: unknown): string {
  return error instanceof Refusal ? error.message : strings.attachments.offline;
}
