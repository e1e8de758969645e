import { strings } from "@/lib/config/strings";
import { type ErrorCode, statusByCode } from "@/lib/protocol/error-codes";
import { expect, test } from "./chat-test";

const codes = Object.keys(statusByCode) as ErrorCode[];

test("a refused question says why and comes back into the field, whatever the code", async ({
  chat,
  page,
}) => {
  await chat.open();
  for (const code of codes) {
    const message = `The reason for ${code}.`;
    await page.route("/api/chat", (route) =>
      route.fulfill({ status: statusByCode[code], json: { code, message } }),
    );
    await chat.ask(`May I, or is it ${code}?`);
    await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
    await expect(chat.field).toHaveValue(`May I, or is it ${code}?`);
    await expect(page).toHaveURL(/\/$/);
    await page.unroute("/api/chat");
  }
  await chat.field.press("Enter");
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.field).toHaveValue("");
  await expect(page.getByText(/^The reason for/)).toHaveCount(0);
});

test("Retry-After counts down, then the same question can be sent again", async ({ chat, page }) => {
  await chat.open();
  await page.route("/api/chat", (route) =>
    route.fulfill({
      status: 429,
      headers: { "retry-after": "2" },
      json: { code: "quota_exceeded", message: "Too fast." },
    }),
  );
  await chat.ask("Again and again");
  await expect(page.getByRole("button", { name: strings.errors.againIn("2 s") })).toBeVisible();
  await expect(page.getByRole("button", { name: strings.errors.againIn("1 s") })).toBeVisible();
  await page.unroute("/api/chat");
  await page.getByRole("button", { name: strings.errors.again, exact: true }).click();
  await chat.expectAnswered();
  await expect(chat.answers).toHaveCount(1);
});

test("an answer that did not come from our server is told without its words", async ({ chat, page }) => {
  await chat.open();
  await page.route("/api/chat", (route) =>
    route.fulfill({ status: 502, body: "<h1>nginx: upstream stack</h1>" }),
  );
  await chat.ask("Hello?");
  await expect(page.getByText(strings.errors.byCode.internal)).toBeVisible();
  await expect(page.getByText("nginx")).toHaveCount(0);
});

test("without a connection the question comes back, and joins its turn when sent again", async ({
  chat,
  page,
}) => {
  await chat.open();
  const ids: unknown[] = [];
  await page.route("/api/chat", (route) => {
    ids.push(route.request().postDataJSON().message.id);
    return ids.length === 1 ? route.abort("connectionreset") : route.continue();
  });
  await chat.ask("Are you there?");
  await expect(page.getByText(strings.errors.offline)).toBeVisible();
  await expect(chat.field).toHaveValue("Are you there?");
  await page.getByRole("button", { name: strings.errors.again }).click();
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.field).toHaveValue("");
  expect(ids).toHaveLength(2);
  expect(ids[1]).toBe(ids[0]);
});

test("a stream that breaks off is taken up again by itself", async ({ chat, page, provider }) => {
  await provider({ answer: `The beginning. ${"And on it goes. ".repeat(30)}The end.`, tokensPerSecond: 60 });
  // The network can't be cut for a stream that is open, so the page is given one that ends early.
  await page.addInitScript(() => {
    const original = window.fetch;
    window.fetch = async (input, init) => {
      // What broke off takes a while to come back: long enough for a busy machine to be seen saying so.
      if (String(input).endsWith("/stream")) await new Promise((resolve) => setTimeout(resolve, 1_000));
      const response = await original(input, init);
      if (init?.method !== "POST" || input !== "/api/chat" || response.body === null) return response;
      // By bytes: how many pieces they come in depends on how busy the machine is.
      let left = 1_500;
      const cut = new TransformStream({
        transform(chunk, controller) {
          controller.enqueue(chunk.subarray(0, left));
          left -= chunk.byteLength;
          if (left <= 0) controller.terminate();
        },
      });
      return new Response(response.body.pipeThrough(cut), response);
    };
  });
  await chat.open();
  await chat.ask("Tell me a long story");
  await expect(page.getByText(strings.errors.reconnecting)).toBeVisible();
  await expect(chat.answers.last()).toContainText("The end.", { timeout: 20_000 });
  await chat.expectAnswered();
  await expect(page.getByText(strings.errors.reconnecting)).toBeHidden();
  await expect(chat.answers).toHaveCount(1);
});

test("a draft survives a reload, and is gone once it was asked", async ({ chat, page }) => {
  await chat.open();
  await chat.field.fill("Half a thought\nand");
  await page.reload();
  await expect(chat.field).toHaveValue("Half a thought\nand");
  await chat.field.press("Enter");
  await chat.expectAnswered();
  await page.getByRole("link", { name: strings.page.newChat }).click();
  await expect(chat.answers).toHaveCount(0);
  await expect(chat.field).toHaveValue("");
});

test("a question typed before the page's scripts have come can be sent", async ({ chat, page }) => {
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await chat.field.pressSequentially("An early question");
  scripts.resolve();
  await expect(chat.sendButton).toBeEnabled();
  await chat.field.press("Enter");
  await expect(chat.conversation).toContainText("An early question");
  await expect(chat.answers).toHaveCount(1);
});

test("a model that fails is told in one line, with what answered instead", async ({ chat, provider }) => {
  await provider({ fault: { kind: "status", status: 503 } });
  await chat.open();
  await chat.ask("How do I add a provider?");
  await chat.expectAnswered();
  await expect(chat.answers.last()).toContainText(
    /No language model answered|No model could answer|a backup model did/,
  );
});

test("an answer with several notices shows its reference once", async ({ chat, page, provider }) => {
  await provider({ fault: { kind: "status", status: 503 } });
  await chat.open();
  await chat.ask("I have chest pain, should I double my dose of warfarin?");
  await chat.expectAnswered();
  await expect(chat.answers.last()).toContainText("not medical advice");
  await expect(chat.answers.last()).toContainText("No language model answered");
  await expect(page.getByRole("button", { name: /^Copy reference/ })).toHaveCount(1);
});
