import { expect, it } from "vitest";
import { imageLimits } from "@/lib/config/attachments";
import { encodedImage } from "@/lib/protocol/encoded-image";
import { countPromptTokens, countRequestTokens } from "./count-prompt-tokens";
import { countTokens } from "./count-tokens";
import { withoutImages } from "./without-images";

const image = {
  type: "file",
  mediaType: "image/png",
  data: { type: "data", data: new Uint8Array(9_000) },
} as const;
const prompt = [
  { role: "system" as const, content: "Be short." },
  { role: "user" as const, content: [image, image, { type: "text" as const, text: "What is this?" }] },
];

it("counts an image as the most that one is, not by its bytes", () => {
  const text = countPromptTokens(withoutImages(prompt));
  expect(text).toBeGreaterThan(0);
  expect(countPromptTokens(prompt)).toBe(text + 2 * imageLimits.tokens);
});

it("finds images in a request as it was sent", () => {
  const body = (data: string) => JSON.stringify({ a: "What is this?", url: `data:image/png;base64,${data}` });
  expect(countRequestTokens(body(Buffer.alloc(9_000, 7).toString("base64")))).toBe(
    countTokens(body("")) + imageLimits.tokens,
  );
  expect(countRequestTokens(body("short"))).toBe(countTokens(body("short")));
});

it("finds them in the format of the other provider, and takes no long word for one", () => {
  const data = Buffer.alloc(9_000, 7).toString("base64");
  const source = (encoded: string) =>
    JSON.stringify({ type: "base64", media_type: "image/jpeg", data: encoded });
  expect(countRequestTokens(source(data))).toBe(countTokens(source("")) + imageLimits.tokens);
  const words = [data, `":"data:image/png;base64,${data}`, `"media_type":"image/png","data":"${data}`];
  for (const text of words) {
    const body = JSON.stringify({ text });
    expect(countRequestTokens(body)).toBe(countTokens(body));
  }
});

it("is found in linear time", () => {
  const body = JSON.stringify({ text: `${"a".repeat(3_999)} `.repeat(500) });
  const before = performance.now();
  expect(body.replaceAll(encodedImage, "")).toBe(body);
  expect(performance.now() - before).toBeLessThan(2_000);
});

it("takes images out for models that take none", () => {
  expect(withoutImages(prompt)[1]?.content).toEqual([{ type: "text", text: "What is this?" }]);
});
