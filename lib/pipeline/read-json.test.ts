import { expect, it } from "vitest";
import { z } from "zod";
import { readJson } from "./read-json";

const schema = z.strictObject({ title: z.string().max(5) });

function request(body: string | ReadableStream, headers: Record<string, string> = {}): Request {
  const type = { "content-type": "application/json" };
  return new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { ...type, ...headers },
    duplex: "half",
  } as RequestInit);
}

it("gives what the schema says", async () => {
  expect(await readJson(request('{"title":"Birds"}'), schema)).toEqual({ title: "Birds" });
});

it.each([
  ["no JSON", "{", /not valid JSON|JSON/],
  ["another shape", '{"name":"x"}', /title/],
  ["too long a value", '{"title":"Birdsong"}', /title: /],
])("refuses %s", async (_, body, sentence) => {
  await expect(readJson(request(body), schema)).rejects.toMatchObject({ code: "bad_request" });
  await expect(readJson(request(body), schema)).rejects.toThrow(sentence);
});

it("refuses what a form of another site could send", async () => {
  const form = request('{"title":"x"}', { "content-type": "text/plain" });
  await expect(readJson(form, schema)).rejects.toMatchObject({ code: "bad_request" });
});

it("stops reading a body that is too large, whatever its header says", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  await expect(readJson(request(endless), schema, 4096)).rejects.toMatchObject({ code: "too_large" });
  expect(pulled).toBeLessThan(20);
});
