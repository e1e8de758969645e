import fc from "fast-check";
import { expect, it } from "vitest";
import type { Span } from "./detector";
import { ReleaseQueue } from "./release-queue";
import { TextWindow } from "./text-window";

const text = "abcdefghijklmnopqrstuvwxyz".repeat(2);
const spans = fc.array(
  fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom("(A)", "(B)", "(C)")).map(
    ([start, length, replacement]): Span => ({
      reason: "test",
      start,
      end: Math.min(text.length, start + length),
      replacement,
    }),
  ),
  { maxLength: 8 },
);

/** Reports each span when the text has been read to its end, and releases up to what is held. */
function releaseInSteps(reported: readonly Span[], blockAt: number | null): string {
  const window = new TextWindow();
  const queue = new ReleaseQueue();
  let shown = "";
  for (let length = 1; length <= text.length; length++) {
    window.append(text.charAt(length - 1));
    for (const span of reported) if (span.end === length) queue.redact(span);
    if (blockAt === length) queue.blockFrom(blockAt);
    const open = reported
      .filter(({ start, end }) => start < length && end > length)
      .map(({ start }) => start);
    shown += queue.release(window, Math.min(length, ...open));
  }
  return shown;
}

it("shows the same whenever the spans become known, in whatever order", () => {
  fc.assert(
    fc.property(spans, fc.option(fc.integer({ min: 1, max: 51 })), (reported, blockAt) => {
      const window = new TextWindow();
      window.append(text);
      const queue = new ReleaseQueue();
      if (blockAt !== null) queue.blockFrom(blockAt);
      for (const span of [...reported].reverse()) queue.redact(span);
      expect(releaseInSteps(reported, blockAt)).toBe(queue.release(window, text.length));
    }),
  );
});

it("waits with a gap until its end is decided", () => {
  const window = new TextWindow();
  window.append("0123456789");
  const queue = new ReleaseQueue();
  queue.redact({ reason: "test", start: 2, end: 5, replacement: "(A)" });
  expect(queue.release(window, 4)).toBe("01");
  queue.redact({ reason: "test", start: 4, end: 8, replacement: "(B)" });
  expect(queue.release(window, 10)).toBe("(B)89");
});
