import { describe, expect, it } from "vitest";
import { generation } from "@/lib/config/generation";
import { MAX_REQUEST_BYTES } from "@/lib/protocol/chat-request";
import { parseRequest } from "./parse-request";

const message = { id: "m1", role: "user", parts: [{ type: "text", text: "Hello" }] };

const fileId = "019a0000-0000-7000-8000-00000000000a";
const filePart = { type: "data-attachment", id: fileId };
const partsOf = (part: object) => ({ id: "c1", message: { ...message, parts: [...message.parts, part] } });

function post(
  body: unknown,
  headers: Record<string, string> = { "content-type": "application/json" },
): Request {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Request("http://localhost/api/chat", { method: "POST", headers, body: text });
}

describe("parseRequest", () => {
  it("joins the text parts", async () => {
    const parts = [
      { type: "text", text: "a" },
      { type: "text", text: "b" },
    ];
    const parsed = await parseRequest(post({ id: "c1", message: { ...message, parts } }));
    expect(parsed.text).toBe("a\n\nb");
  });

  it("reads the files beside the text, and their ids in one spelling", async () => {
    const parsed = await parseRequest(post(partsOf({ ...filePart, id: fileId.toUpperCase() })));
    expect(parsed).toMatchObject({ text: "Hello", attachmentIds: [fileId] });
  });

  it.each<[string, unknown]>([
    ["an unknown field", { id: "c1", message, extra: 1 }],
    ["an unknown field in the message", { id: "c1", message: { ...message, metadata: {} } }],
    ["a bad id", { id: "../x", message }],
    ["a long id", { id: "x".repeat(65), message }],
    ["another role", { id: "c1", message: { ...message, role: "system" } }],
    ["no parts", { id: "c1", message: { ...message, parts: [] } }],
    ["too many parts", { id: "c1", message: { ...message, parts: Array(17).fill(message.parts[0]) } }],
    ["a file part", { id: "c1", message: { ...message, parts: [{ type: "file", url: "x" }] } }],
    ["a file that is named by no id", partsOf({ type: "data-attachment", id: "../1" })],
    ["an unknown field of a file", partsOf({ type: "data-attachment", id: fileId, data: {} })],
    ["a file without a question", { id: "c1", message: { ...message, parts: [filePart] } }],
    ["only spaces", { id: "c1", message: { ...message, parts: [{ type: "text", text: " \n" }] } }],
    ["a NUL", { id: "c1", message: { ...message, parts: [{ type: "text", text: "a\0" }] } }],
    ["no JSON", "{"],
    ["null", "null"],
    ["an array", "[]"],
  ])("refuses %s", async (_, body) => {
    await expect(parseRequest(post(body))).rejects.toMatchObject({ code: "bad_request" });
  });

  it("refuses other content types, which a form of another site could send", async () => {
    const request = post({ id: "c1", message }, { "content-type": "text/plain" });
    await expect(parseRequest(request)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("refuses what is too large, by its bytes and by its characters", async () => {
    await expect(parseRequest(post("x".repeat(MAX_REQUEST_BYTES + 1)))).rejects.toMatchObject({
      code: "too_large",
    });
    const text = "x".repeat(generation.maxQuestionLength + 1);
    const long = { id: "c1", message: { ...message, parts: [{ type: "text", text }] } };
    await expect(parseRequest(post(long))).rejects.toMatchObject({ code: "too_large" });
  });

  it("repairs half a surrogate pair, which can't be stored", async () => {
    const parsed = await parseRequest(
      post({ id: "c1", message: { ...message, parts: [{ type: "text", text: "a\ud83d" }] } }),
    );
    expect(parsed.text.isWellFormed()).toBe(true);
  });
});
