import { afterAll, beforeAll, vi } from "vitest";
import { extraction } from "@/lib/config/attachments";
import { startJobs, stopJobs } from "@/lib/jobs/job-queue";
import { attachmentJob } from "@/lib/pipeline/attachments/attachment-jobs";
import { postAttachment, readAttachmentState } from "@/lib/pipeline/routes/attachments";
import { type AttachmentState, FILE_NAME_HEADER } from "@/lib/protocol/attachment";
import type { Guest } from "./guest";

/** For integration tests, below whatever sets their environment: files that are uploaded are read. */
export function useJobs(): void {
  beforeAll(() => startJobs([attachmentJob], extraction.watchSeconds));
  afterAll(() => stopJobs(extraction.drainMs));
}

/** Sends a file as the page does. */
export function upload(
  guest: Guest,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { url, headers } = guest.request("/api/attachments");
  headers.set(FILE_NAME_HEADER, encodeURIComponent(name));
  return postAttachment(new Request(url, { method: "POST", headers, body: content }));
}

/** Sends a file and waits until it is read, or cannot be. */
export async function uploadAndRead(
  guest: Guest,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<AttachmentState> {
  const { id } = (await (await upload(guest, name, content)).json()) as AttachmentState;
  return vi.waitFor(
    async () => {
      const state = await stateOf(guest, id);
      if (state.status === "pending") throw new Error(`${name} is still being read.`);
      return state;
    },
    { timeout: 15_000, interval: 20 },
  );
}

/** How it stands with a file, as the page asks. */
export async function stateOf(guest: Guest, id: string): Promise<AttachmentState> {
  const route = { params: Promise.resolve({ id }) };
  const response = await readAttachmentState(guest.request(`/api/attachments/${id}`), route);
  return (await response.json()) as AttachmentState;
}
