import { expect, request as requests, test } from "@playwright/test";
import { controlProvider } from "./control-provider";

const secret = "sk-proj-T3BlbkFJq8ZrW1xYv0LmN5pQ7sU2dF4gH6jK8lM0nB3vC5xZ9aS1";
const text = `The key is ${secret} and nothing else.`;
/** Below what a guest may ask in a minute, so that no limit is in the way. */
const QUESTIONS_PER_GUEST = 10;

test("the bytes of the stream never hold a secret, wherever the provider splits it", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const splits = Array.from({ length: secret.length - 1 }, (_, index) => text.indexOf(secret) + index + 1);
  for (let first = 0; first < splits.length; first += QUESTIONS_PER_GUEST) {
    const guest = await requests.newContext({
      baseURL: baseURL ?? "",
      extraHTTPHeaders: { origin: baseURL ?? "", "x-forwarded-for": `198.51.100.${first + 1}` },
    });
    expect((await guest.post("/api/auth/sign-in/anonymous", { data: {} })).ok()).toBe(true);
    for (const at of splits.slice(first, first + QUESTIONS_PER_GUEST)) {
      const pieces = [text.slice(0, at), text.slice(at)];
      await controlProvider({
        reset: true,
        latencyMs: 0,
        tokensPerSecond: 0,
        answer: text,
        split: { pieces },
      });
      const message = { id: "m1", role: "user", parts: [{ type: "text", text: "What is the key?" }] };
      const response = await guest.post("/api/chat", { data: { id: `split-${at}`, message } });
      const bytes = (await response.body()).toString("utf8");
      expect(bytes, `split at ${at}`).toContain("[DONE]");
      // Not even in pieces: what is left when the frames around the words are taken away.
      const words = [...bytes.matchAll(/"delta":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join("");
      expect(words).toContain("and nothing else");
      expect(words, `split at ${at}`).not.toMatch(/sk-proj|T3BlbkFJ/);
      expect(bytes).not.toMatch(/sk-proj|T3BlbkFJ/);
    }
    await guest.dispose();
  }
  await controlProvider({ reset: true });
});
