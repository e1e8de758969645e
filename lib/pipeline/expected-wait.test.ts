import { expect, it, vi } from "vitest";
import { generation } from "@/lib/config/generation";
import { readTurnWaits } from "@/lib/db/turn-waits";
import { getChain } from "@/lib/models/get-chain";
import { useTestDatabase } from "@/test/database";
import { readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

useTestDatabase();
useProvider("compatible/first,builtin");

const TURNS = 20;

it("says how long the first word usually takes once enough answers were measured", async () => {
  const guest = await signInGuest();
  const ask = async (number: number) => readAnswer(await guest.ask({ id: `wait-${number}` }));
  const first = await ask(0);
  expect(first.parts.at(0)).toMatchObject({
    messageMetadata: { expectedWait: { givenUpAfterMs: generation.firstContentTimeoutMs } },
  });
  for (let number = 1; number < TURNS; number++) await ask(number);
  const [wait] = await readTurnWaits("default", TURNS);
  expect(wait).toMatchObject({ model: "compatible/first", turns: TURNS });

  // As after a minute, or a start of the server.
  vi.resetModules();
  const { expectWait } = await import("@/lib/models/expect-wait");
  const chain = getChain();
  expect(expectWait("default", chain)).not.toHaveProperty("usualMs");
  await vi.waitFor(() => expect(expectWait("default", chain).usualMs).toBe(wait?.p95Ms), { timeout: 10_000 });
  expect(expectWait("default", chain.slice(0, 1))).not.toHaveProperty("givenUpAfterMs");
  expect(expectWait("default", chain.slice(1))).not.toHaveProperty("usualMs");
});
