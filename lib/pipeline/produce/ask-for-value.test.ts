import { describe, expect, it } from "vitest";
import { z } from "zod";
import { getPool } from "@/lib/db/pool";
import { getModel } from "@/lib/models/get-chain";
import { useTestDatabase } from "@/test/database";
import { useProvider } from "@/test/provider";
import { askForValue, NoValue } from "./ask-for-value";
import { AttemptLog } from "./attempt-log";
import { openModel } from "./open-model";

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

const schema = z.object({ score: z.number().max(100) });

async function ask(...answers: string[]) {
  simulated.provider.control({ answer: { kind: "script", answers }, tokensPerSecond: 200 });
  const attempts = new AttemptLog({ turnId: null, tenantId: "default", purpose: "JUDGE" });
  const model = openModel([getModel("compatible/first")], attempts);
  const value = await askForValue(model, schema, {
    prompt: [{ role: "user", content: [{ type: "text", text: "How sure are you?" }] }],
  }).catch((error: unknown) => error);
  await attempts.settled();
  return { value, attempts: attempts.ended };
}

describe("askForValue", () => {
  it("gives the value, from a fence as well", async () => {
    expect((await ask('{"score": 7}')).value).toEqual({ score: 7 });
    const fenced = await ask('```json\n{"score": 8}\n```\n');
    expect(fenced.value).toEqual({ score: 8 });
    expect(fenced.attempts).toHaveLength(1);
  });

  it("stops a call that cannot become a value, asks once more, and accounts for both", async () => {
    const chatter = `I would say that it is ${"rather ".repeat(200)}likely.`;
    const { value, attempts } = await ask(chatter, '{"score": 9}');
    expect(value).toEqual({ score: 9 });
    expect(attempts.map(({ failure }) => failure?.code ?? null)).toEqual(["stopped", null]);
    expect(attempts.every(({ costNanos }) => costNanos > 0n)).toBe(true);
    const second = attempts[1]?.recording.requestBody ?? "";
    expect(second).toContain("not-json");
    const { rows } = await getPool().query(
      "SELECT status FROM attempts WHERE purpose = 'JUDGE' ORDER BY id DESC LIMIT 2",
    );
    expect(rows.map(({ status }) => status).sort()).toEqual(["STOPPED", "SUCCEEDED"]);
  });

  it("asks again when a guard has taken a number out of the value", async () => {
    const { value, attempts } = await ask('{"score": 4111111111111111}', '{"score": 3}');
    expect(value).toEqual({ score: 3 });
    expect(attempts).toHaveLength(2);
    expect((await ask('{"score": 4111111111111111}', '{"score": 4111111111111111}')).value).toBeInstanceOf(
      NoValue,
    );
  });

  it("gives up after the second answer that does not fit", async () => {
    const { value, attempts } = await ask('{"score": "high"}', '{"score": 101}', '{"score": 1}');
    expect(value).toBeInstanceOf(NoValue);
    expect(attempts).toHaveLength(2);
  });
});
