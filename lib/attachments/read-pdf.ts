import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { attachments, extraction } from "@/lib/config/attachments";
import type { AttachmentFailure } from "@/lib/protocol/attachment";

export type ReadOutcome =
  | { readonly text: string; readonly pages: number | null; readonly isCut: boolean }
  | { readonly failure: AttachmentFailure };

/**
 * The text of a PDF, with a form feed between pages. A file that takes more time or memory than `extraction` allows is
 * given up; the server goes on as if nothing had been.
 */
export function readPdf(content: Uint8Array): Promise<ReadOutcome> {
  const { maxPages, maxTextLength } = attachments;
  const worker = new Worker(path.join(process.cwd(), "lib/attachments/pdf-worker.mjs"), {
    workerData: { content, maxPages, maxTextLength },
    resourceLimits: { maxOldGenerationSizeMb: extraction.maxHeapMegabytes },
    // A parser that is taken over finds no secrets here, and no loader that the server was started with.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise<ReadOutcome>((resolve) => {
    const timeout = setTimeout(() => resolve({ failure: "too_complex" }), extraction.maxMs);
    const watch = setInterval(() => {
      void bufferBytesOf(worker).then((bytes) => {
        if (bytes > extraction.maxBufferBytes) resolve({ failure: "too_complex" });
      });
    }, extraction.checkMs);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      resolve({ failure: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_complex" : "broken" }),
    );
    worker.once("exit", () => {
      clearTimeout(timeout);
      clearInterval(watch);
      resolve({ failure: "broken" });
    });
  }).finally(() => worker.terminate());
}

/** Memory of a thread beside its heap, which the limits of a thread do not count. 0 when it is no more. */
async function bufferBytesOf(worker: Worker): Promise<number> {
  const statistics = await worker.getHeapStatistics().catch(() => null);
  return statistics === null ? 0 : statistics.external_memory;
}
