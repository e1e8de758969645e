import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { type AttemptRow, saveAttempt } from "./attempts";
import { newId } from "./ids";
import { getPool } from "./pool";

useTestDatabase();

async function writtenBytes(): Promise<number> {
  const { rows } = await getPool().query<{ written: string }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS written",
  );
  return Number(rows[0]?.written);
}

it("writes a long request once, when it leaves", async () => {
  const requestBody = randomBytes(2_000_000);
  const running: AttemptRow = {
    ...{ id: newId(), turnId: null, tenantId: "default", purpose: "ANSWER", status: "RUNNING" },
    ...{ provider: "openai", modelRequested: "a-model", modelAnswered: null, fingerprint: null },
    ...{ providerResponseId: null, temperature: null, seed: null, maxOutputTokens: 1, finishReason: null },
    ...{ errorCode: null, errorMessage: null, requestUrl: null, requestHeaders: null, requestBody },
    ...{ responseStatus: null, responseHeaders: null, responseBody: null, inputUncachedTokens: 0 },
    ...{ inputCacheReadTokens: 0, inputCacheWriteTokens: 0, outputTextTokens: 0, outputReasoningTokens: 0 },
    ...{ usageEstimated: false, price: {}, costNanos: 0n, firstContentMs: null, durationMs: null },
    startedAt: new Date(),
  };
  await saveAttempt({ ...running, requestBody: null });
  await saveAttempt(running);
  const before = await writtenBytes();
  await saveAttempt({ ...running, status: "SUCCEEDED" });
  expect((await writtenBytes()) - before).toBeLessThan(requestBody.byteLength / 2);
  const { rows } = await getPool().query(
    "SELECT status::text, request_body AS body FROM attempts WHERE id = $1",
    [running.id],
  );
  expect(rows).toEqual([{ status: "SUCCEEDED", body: requestBody }]);
});
