import { describe, expect, it } from "vitest";
import { CallBook } from "./call-book";
import type { CallStart } from "./call-record";
import { redactHeaders } from "./redact-headers";

const start = (model: string, bodyText = "{}"): CallStart => ({
  target: "openai",
  endpoint: "responses",
  model,
  path: "/openai/v1/responses",
  headers: {},
  bodyText,
});

describe("CallBook", () => {
  it("counts each call once, however often it is settled", () => {
    const book = new CallBook();
    const settle = book.open(start("a"));
    const other = book.open(start("b"));
    settle({ outcome: "completed", status: 200, inputTokens: 3, outputTokens: 4 });
    settle({ outcome: "aborted", status: 200, inputTokens: 9, outputTokens: 9 });
    other({ outcome: "aborted", status: null });
    const { total, rows } = book.stats();
    expect(total).toEqual({
      requests: 2,
      completed: 1,
      failed: 0,
      aborted: 1,
      inputTokens: 3,
      outputTokens: 4,
      inFlight: 0,
      maxInFlight: 2,
    });
    expect(rows.map(({ model, maxInFlight }) => [model, maxInFlight])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(book.requests(1)).toMatchObject([{ number: 2, outcome: "aborted", status: null }]);
  });

  it("starts anew without losing calls that are under way", () => {
    const book = new CallBook();
    const settle = book.open(start("a"));
    book.open(start("b"))({ outcome: "completed", status: 200 });
    book.clear();
    expect(book.stats()).toMatchObject({
      total: { requests: 1, completed: 0, inFlight: 1 },
      rows: [{ model: "a" }],
    });
    settle({ outcome: "completed", status: 200 });
    expect(book.stats().total).toMatchObject({ requests: 1, completed: 1, inFlight: 0 });
  });

  it("remembers a bounded number of calls, models and characters", () => {
    const book = new CallBook();
    for (let call = 0; call < 1500; call++)
      book.open(start(`model-${call}`))({ outcome: "completed", status: 200 });
    expect(book.requests(5000)).toHaveLength(1000);
    expect(book.requests(5000).at(-1)?.number).toBe(1500);
    const { rows, total } = book.stats();
    expect(rows).toHaveLength(501);
    expect(rows.reduce((sum, row) => sum + row.requests, 0)).toBe(total.requests);
    const large = "x".repeat(6 * 1024 * 1024);
    for (let call = 0; call < 4; call++) book.open(start("large", large));
    expect(book.requests(5000)).toHaveLength(2);
  });
});

describe("redactHeaders", () => {
  it("tells keys apart without showing them", () => {
    const one = redactHeaders({
      authorization: "Bearer sk-secret-1",
      "x-api-key": "sk-secret-1",
      accept: "*/*",
    });
    const two = redactHeaders({ authorization: "Bearer sk-secret-2" });
    expect(JSON.stringify(one)).not.toContain("secret");
    expect(one.accept).toBe("*/*");
    expect(one.authorization).toMatch(/^sha256:[0-9a-f]{12}$/);
    expect(one.authorization).not.toBe(two.authorization);
    expect(redactHeaders({ authorization: "Bearer sk-secret-2" })).toEqual(two);
  });
});
