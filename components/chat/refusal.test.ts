import { afterEach, describe, expect, it, vi } from "vitest";
import { strings } from "@/lib/config/strings";
import { readRefusal } from "./refusal";

afterEach(() => {
  vi.useRealTimers();
});

describe("readRefusal", () => {
  it("takes code, sentence and Retry-After from the server", async () => {
    const response = Response.json(
      { code: "quota_exceeded", message: "Too fast." },
      { status: 429, headers: { "retry-after": "12" } },
    );
    expect(await readRefusal(response)).toMatchObject({
      code: "quota_exceeded",
      message: "Too fast.",
      retryAfterSeconds: 12,
    });
  });

  it("reads a date in Retry-After", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-21T10:00:00Z") });
    const headers = { "retry-after": "Sat, 21 Nov 2026 10:00:30 GMT" };
    expect(await readRefusal(new Response("{}", { status: 503, headers }))).toMatchObject({
      retryAfterSeconds: 30,
    });
  });

  it.each(["", "soon", "-5", "0", "1e9999", "Sat, 21 Nov 2020 10:00:30 GMT"])(
    "ignores Retry-After %j",
    async (value) => {
      const response = new Response("{}", { status: 429, headers: { "retry-after": value } });
      expect((await readRefusal(response)).retryAfterSeconds).toBeUndefined();
    },
  );

  it.each([
    ["<html>Bad gateway</html>", 502, "internal"],
    ["", 429, "quota_exceeded"],
    ["null", 413, "too_large"],
    ["[1]", 503, "model_unavailable"],
    ['{"code":"constructor","message":5}', 404, "not_found"],
    ['{"code":"made_up","message":""}', 418, "internal"],
  ] as const)("makes its own sentence of %j with status %i", async (body, status, code) => {
    expect(await readRefusal(new Response(body, { status }))).toMatchObject({
      code,
      message: strings.errors.byCode[code],
    });
  });
});
