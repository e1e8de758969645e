import { describe, expect, it, vi } from "vitest";
import { getLogger } from "@/lib/config/logger";
import { ChatError } from "@/lib/protocol/chat-error";
import { handle } from "./handle";

function request(headers: Record<string, string> = {}, method = "POST"): Request {
  return new Request("http://chat.example/api/chat", {
    method,
    headers: { host: "chat.example", ...headers },
  });
}

const ok = handle(async () => Response.json({ ok: true }));

describe("handle", () => {
  it("turns a ChatError into its status, sentence, wait and turn", async () => {
    const refuse = handle(async () => {
      throw new ChatError("quota_exceeded", "Please wait.", { retryAfterSeconds: 12, turnId: "t1" });
    });
    const response = await refuse(request());
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("12");
    expect(response.headers.get("x-turn-id")).toBe("t1");
    expect(await response.json()).toEqual({
      code: "quota_exceeded",
      message: "Please wait.",
      turnId: "t1",
    });
  });

  it("says nothing of a fault of ours", async () => {
    const log = vi.spyOn(getLogger(), "error").mockImplementation(() => undefined);
    const fail = handle(async () => {
      throw new Error("password=hunter2");
    });
    const response = await fail(request());
    expect(response.status).toBe(500);
    expect(JSON.stringify(await response.json())).not.toContain("hunter2");
    expect(log).toHaveBeenCalledOnce();
  });

  it("refuses what another site's page sends", async () => {
    expect((await ok(request({ origin: "https://evil.example" }))).status).toBe(403);
    expect((await ok(request({ origin: "null" }))).status).toBe(403);
    expect((await ok(request({ "sec-fetch-site": "cross-site" }))).status).toBe(403);
    expect((await ok(request({ "sec-fetch-site": "same-site" }))).status).toBe(403);
  });

  it("lets our own pages and programs through", async () => {
    expect(
      (await ok(request({ origin: "http://chat.example", "sec-fetch-site": "same-origin" }))).status,
    ).toBe(200);
    expect((await ok(request())).status).toBe(200);
  });
});
