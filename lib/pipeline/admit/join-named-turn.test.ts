import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { hashContent } from "./join-named-turn";
import type { ParsedRequest } from "./parse-request";

const body: ParsedRequest = {
  id: "c1",
  message: { id: "m1", role: "user", parts: [{ type: "text", text: "Hello" }] },
  text: "Hello",
  attachmentIds: [],
};

it("means by a name without files what it meant before there were any", () => {
  const before = createHash("sha256").update('[["Hello"],null,null]').digest();
  expect(hashContent(body).equals(before)).toBe(true);
});

it("tells files apart, and their order", () => {
  const hashes = [[], ["a"], ["b"], ["a", "b"], ["b", "a"]].map((attachmentIds) =>
    hashContent({ ...body, attachmentIds }).toString("hex"),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});
