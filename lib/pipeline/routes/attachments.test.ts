import { describe, expect, it, vi } from "vitest";
import { makePdf } from "@/lib/attachments/make-pdf.fixture";
import { attachmentLimits, attachments } from "@/lib/config/attachments";
import { fileFailureSentences, sentences } from "@/lib/config/sentences";
import { sweepAttachments } from "@/lib/db/attachments";
import { getPool } from "@/lib/db/pool";
import type { AttachmentState } from "@/lib/protocol/attachment";
import { useTestDatabase } from "@/test/database";
import { type Guest, signInGuest } from "@/test/guest";
import { stateOf, upload, uploadAndRead, useJobs } from "@/test/upload";
import { removeAttachment, sendAttachmentFile } from "./attachments";

vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
vi.stubEnv("LOG_LEVEL", "silent");
useTestDatabase();
useJobs();

const unknownId = "019a0000-0000-7000-8000-000000000000";
const routeOf = (id: string) => ({ params: Promise.resolve({ id }) });

const fetchFile = (guest: Guest, id: string) => sendAttachmentFile(guest.request("/"), routeOf(id));
const remove = (guest: Guest, id: string) => removeAttachment(guest.request("/"), routeOf(id));

describe("uploading", () => {
  it("answers at once, and soon with what the file is", async () => {
    const guest = await signInGuest();
    const response = await upload(guest, "Notes.MD", "# Notes\r\n\r\nThe fox is brown.");
    expect(response.status).toBe(201);
    const first = (await response.json()) as AttachmentState;
    expect(first).toMatchObject({ name: "Notes.MD", kind: "markdown", status: "pending", byteLength: 28 });
    const read = await uploadAndRead(guest, "report.pdf", makePdf(["One", "Two"]));
    expect(read).toMatchObject({ kind: "pdf", status: "ready", pages: 2 });
    await vi.waitFor(async () => expect(await stateOf(guest, first.id)).toMatchObject({ status: "ready" }), {
      timeout: 10_000,
    });
    const { rows } = await getPool().query("SELECT text FROM attachments WHERE id = $1", [first.id]);
    expect(rows).toEqual([{ text: "# Notes\n\nThe fox is brown." }]);
  });

  it.each([
    ["an image", "scan.png", Buffer.from("89504e470d0a1a0a0000ff", "hex"), sentences.fileIsImage],
    ["an office file", "a.txt", Buffer.from("504b030414000600ff00", "hex"), sentences.fileIsDocument],
    ["bytes that are no text", "a.md", Buffer.from("fffefdfc00", "hex"), sentences.fileIsNotText],
    ["a text with a NUL", "a.txt", Buffer.from("a\0b"), sentences.fileIsNotText],
    ["control characters", "a.txt", Buffer.from("\x01\x02\x03\x04 text"), sentences.fileIsNotText],
    ["nothing", "a.txt", Buffer.alloc(0), sentences.fileEmpty],
    ["blanks", "a.txt", Buffer.from(" \n\t"), sentences.fileEmpty],
  ])("refuses %s, whatever its name says", async (_, name, content, message) => {
    const guest = await signInGuest();
    await expect(upload(guest, name, new Uint8Array(content))).rejects.toMatchObject({
      code: "bad_request",
      message,
    });
  });

  it("reads no more than a file may have, whatever the request claims", async () => {
    const guest = await signInGuest();
    const over = "x".repeat(attachmentLimits.maxFileBytes + 1);
    await expect(upload(guest, "a.txt", over)).rejects.toMatchObject({ code: "too_large" });
    const { rowCount } = await getPool().query("SELECT FROM attachments WHERE user_id = $1", [guest.userId]);
    expect(rowCount).toBe(0);
  });

  it("says why a file cannot be read, and keeps nothing of it", async () => {
    const guest = await signInGuest();
    const encrypted = await uploadAndRead(guest, "a.pdf", makePdf(["secret"], { encrypted: true }));
    expect(encrypted).toMatchObject({ status: "failed", message: fileFailureSentences.encrypted });
    const scan = await uploadAndRead(guest, "scan.pdf", makePdf(["", ""]));
    expect(scan).toMatchObject({ status: "failed", message: fileFailureSentences.no_text });
    const { rows } = await getPool().query("SELECT content, text FROM attachments WHERE user_id = $1", [
      guest.userId,
    ]);
    expect(rows).toEqual(Array(2).fill({ content: null, text: null }));
  });

  it("cleans the name of what could mislead", async () => {
    const guest = await signInGuest();
    const state = await uploadAndRead(guest, "../../etc/\u202efdp.exe\n.txt", "text");
    expect(state.name).toBe("fdp.exe.txt");
  });

  it("has room for so much of one person, also when all come at once", async () => {
    const guest = await signInGuest();
    const size = attachmentLimits.maxFileBytes;
    const fits = Math.floor(attachments.maxStoredBytes / size);
    const content = new Uint8Array(size).fill(97);
    const all = Array.from({ length: fits + 2 }, (_, index) => upload(guest, `${index}.txt`, content));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(fits);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: sentences.storageFull },
    });
  });
});

describe("a stored file", () => {
  it("is its owner's alone: not found and not yours look the same", async () => {
    const [owner, other] = await Promise.all([signInGuest(), signInGuest()]);
    const { id } = await uploadAndRead(owner, "mine.txt", "Private");
    const gone = { code: "not_found", message: sentences.noFileHere };
    for (const somebodys of [id, unknownId, "../1", ""]) {
      await expect(stateOf(other, somebodys)).rejects.toMatchObject(gone);
      await expect(fetchFile(other, somebodys)).rejects.toMatchObject(gone);
      await expect(remove(other, somebodys)).rejects.toMatchObject(gone);
    }
    expect(await stateOf(owner, id)).toMatchObject({ status: "ready" });
  });

  it("comes back as a download that no browser shows", async () => {
    const guest = await signInGuest();
    const { id } = await uploadAndRead(guest, "a'b\"é.md", "<script>alert(1)</script>");
    const response = await fetchFile(guest, id);
    expect(await response.text()).toBe("<script>alert(1)</script>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename*=UTF-8''a%27b%22%C3%A9.md",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    });
  });

  it("can be taken back while it is not sent", async () => {
    const guest = await signInGuest();
    const { id } = await uploadAndRead(guest, "a.txt", "text");
    expect((await remove(guest, id)).status).toBe(200);
    await expect(stateOf(guest, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes by itself when it was never sent", async () => {
    const guest = await signInGuest();
    const [old, fresh] = [
      await uploadAndRead(guest, "old.txt", "text"),
      await uploadAndRead(guest, "fresh.txt", "text"),
    ];
    await getPool().query("UPDATE attachments SET created_at = now() - interval '25 hours' WHERE id = $1", [
      old.id,
    ]);
    await sweepAttachments(attachments.keepUnsentHours, attachments.keepDeletedHours);
    await expect(stateOf(guest, old.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await stateOf(guest, fresh.id)).toMatchObject({ status: "ready" });
  });
});
