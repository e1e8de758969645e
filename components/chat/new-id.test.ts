import { expect, it } from "vitest";
import { idSchema } from "@/lib/protocol/chat-request";
import { newId } from "./new-id";

it("makes ids that the server accepts, no two alike", () => {
  const ids = Array.from({ length: 1000 }, newId);
  for (const id of ids) expect(idSchema.parse(id)).toBe(id);
  expect(new Set(ids).size).toBe(ids.length);
});
