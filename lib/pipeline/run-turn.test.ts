import { beforeEach, describe, expect, it, vi } from "vitest";
import { findChat } from "@/lib/chats/find-chat";
import { decompress } from "@/lib/db/compression";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { resumeTurn } from "./routes/resume-turn";
import { stopTurn } from "./routes/stop-turn";

useTestDatabase();
const simulated = useProvider("compatible/first,compatible/second,builtin");

let guest: Guest;

beforeEach(async () => {
  guest = await signInGuest();
});

async function rowOf(table: "turns" | "attempts", turnId: string): Promise<Record<string, unknown>> {
  const column = table === "turns" ? "id" : "turn_id";
  const { rows } = await getPool().query(`SELECT * FROM ${table} WHERE ${column} = $1`, [turnId]);
  return rows[0] ?? {};
}

const route = (id: string) => ({ params: Promise.resolve({ id }) });

describe("a turn", () => {
  it("is answered, stored, and settled", async () => {
    const answer = await readAnswer(await guest.ask({ id: "c-stored" }));
    expect(answer.text).toBe("A plain answer.");
    expect(answer.parts.at(0)).toMatchObject({ type: "start", messageId: answer.turnId });
    expect(answer.parts.at(-1)).toEqual({ type: "finish" });

    const turn = await rowOf("turns", answer.turnId);
    expect(turn).toMatchObject({
      status: "COMPLETED",
      model_answered: "compatible/first",
      user_id: guest.userId,
    });
    expect(turn["prompt_version_id"]).toMatch(/^answer@/);
    expect((turn["trace"] as { stage: string }[]).map(({ stage }) => stage)).toEqual(
      expect.arrayContaining([
        "authenticate",
        "parse",
        "rate-limit",
        "guard-input",
        "reserve",
        "retrieve",
        "generate",
      ]),
    );
    const attempt = await rowOf("attempts", answer.turnId);
    expect(attempt["cost_nanos"]).toBe(turn["cost_nanos"]);
    const request = (await decompress(attempt["request_body"] as Buffer)).toString();
    expect(request).toBe(simulated.provider.requests(1)[0]?.bodyText);
    expect((await decompress(attempt["response_body"] as Buffer)).toString()).toContain("[DONE]");

    const { rows } = await getPool().query("SELECT * FROM usage_counters WHERE subject = $1", [
      `user:${guest.userId}`,
    ]);
    expect(rows[0]).toMatchObject({ day_turns: 1, day_nanos: turn["cost_nanos"] });
    expect(Number(rows[0]?.day_tokens)).toBe(Number(turn["input_tokens"]) + Number(turn["output_tokens"]));
  });

  it("is stored as the chat that its page shows", async () => {
    const answer = await readAnswer(await guest.ask({ id: "c-page", text: "First?" }));
    await readAnswer(await guest.ask({ id: "c-page", text: "Second?", messageId: "m2" }));
    const chat = await findChat("c-page", guest.userId);
    expect(chat?.messages.map(({ id, role }) => [id, role])).toMatchObject([
      ["m1", "user"],
      [answer.turnId, "assistant"],
      ["m2", "user"],
      [expect.any(String), "assistant"],
    ]);
    expect(chat?.running).toBe(false);
    const sent = JSON.parse(simulated.provider.requests(1)[0]?.bodyText ?? "{}");
    expect(sent.messages.map((message: { role: string }) => message.role)).toEqual([
      "system",
      "user",
      "assistant",
      "user",
    ]);
    expect(await findChat("c-page", "someone-else")).toBeNull();
  });

  it("is asked of the provider once, however often the same question comes, and each reader gets the same bytes", async () => {
    const responses = await Promise.all(Array.from({ length: 8 }, () => guest.ask({ id: "c-join" })));
    const late = await guest.ask({ id: "c-join" });
    const bodies = await Promise.all([...responses, late].map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(responses.map((response) => response.headers.get("x-turn-id"))).size).toBe(1);
    expect(simulated.provider.requests(50)).toHaveLength(1);
  });

  it("refuses the same name with other words, another's chat, and a second question while one is answered", async () => {
    await readAnswer(await guest.ask({ id: "c-own" }));
    await expect(guest.ask({ id: "c-own", text: "Other words" })).rejects.toMatchObject({ code: "conflict" });
    const other = await signInGuest();
    await expect(other.ask({ id: "c-own", messageId: "x" })).rejects.toMatchObject({ code: "not_found" });
    await expect(other.ask({ id: "c-own" })).rejects.toMatchObject({ code: "not_found" });

    simulated.provider.control({ model: "first", fault: { kind: "hang", at: 1 } });
    const running = await guest.ask({ id: "c-own", messageId: "m2" });
    await expect(guest.ask({ id: "c-own", messageId: "m3" })).rejects.toMatchObject({ code: "conflict" });
    await stopTurn(guest.request("/api/chat/c-own/stop", {}), route("c-own"));
    await running.text();
  });

  it("goes on when its reader leaves, and a second reader gets it from its first part", async () => {
    simulated.provider.control({
      latencyMs: 50,
      tokensPerSecond: 100,
      answer: { kind: "lorem", tokens: 30 },
    });
    const first = await guest.ask({ id: "c-leave" });
    await first.body?.cancel();
    const resumed = await readAnswer(
      await resumeTurn(guest.request("/api/chat/c-leave/stream"), route("c-leave")),
    );
    expect(resumed.parts.at(0)?.type).toBe("start");
    expect(resumed.parts.at(-1)).toEqual({ type: "finish" });
    expect(resumed.text.split(" ").length).toBeGreaterThan(5);
    expect((await resumeTurn(guest.request("/api/chat/c-leave/stream"), route("c-leave"))).status).toBe(204);
    expect(await rowOf("turns", resumed.turnId)).toMatchObject({ status: "COMPLETED" });
  });

  it("ends at Stop: the provider's call is cancelled and the partial answer kept", async () => {
    simulated.provider.control({
      latencyMs: 1,
      tokensPerSecond: 50,
      answer: { kind: "lorem", tokens: 2_000 },
    });
    const response = await guest.ask({ id: "c-stop" });
    const reader = response.clone().body?.getReader();
    for (let seen = ""; !seen.includes("text-delta"); ) {
      seen += Buffer.from((await reader?.read())?.value ?? []).toString();
    }
    await stopTurn(guest.request("/api/chat/c-stop/stop", {}), route("c-stop"));
    const answer = await readAnswer(response);
    expect(answer.notices).toEqual(["stopped"]);
    expect(answer.text).not.toBe("");
    const turn = await rowOf("turns", answer.turnId);
    expect(turn).toMatchObject({ status: "STOPPED" });
    expect(BigInt(String(turn["cost_nanos"]))).toBeGreaterThan(0n);
    const chat = await findChat("c-stop", guest.userId);
    expect(chat?.messages.at(-1)?.parts[0]).toMatchObject({ type: "text", text: answer.text });
    await vi.waitFor(() => expect(simulated.provider.requests(1)[0]?.outcome).toBe("aborted"), {
      timeout: 10_000,
    });
  });

  it("tells when a backup answered, and when no model did", async () => {
    simulated.provider.control({ model: "first", fault: { kind: "status", status: 500 } });
    expect((await readAnswer(await guest.ask({ id: "c-backup" }))).notices).toEqual(["answered_by_backup"]);
    simulated.provider.control({ fault: { kind: "status", status: 503 } });
    const builtin = await readAnswer(await guest.ask({ id: "c-builtin" }));
    expect(builtin.notices).toEqual(["answered_without_model"]);
    expect(await rowOf("turns", builtin.turnId)).toMatchObject({ status: "COMPLETED", cost_nanos: "0" });
  });

  it("makes a branch when a question is asked again for another answer", async () => {
    const first = await readAnswer(await guest.ask({ id: "c-again" }));
    simulated.provider.control({ answer: "Another answer." });
    const second = await readAnswer(await guest.ask({ id: "c-again", regenerate: "r1" }));
    expect(second.text).toBe("Another answer.");
    expect(second.turnId).not.toBe(first.turnId);
    const chat = await findChat("c-again", guest.userId);
    expect(chat?.messages.map(({ id }) => id)).toEqual(["m1", second.turnId]);
    expect((await readAnswer(await guest.ask({ id: "c-again", regenerate: "r1" }))).turnId).toBe(
      second.turnId,
    );
    await expect(guest.ask({ id: "c-again", regenerate: "r2", messageId: "none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("edits a question as a branch beside it", async () => {
    await readAnswer(await guest.ask({ id: "c-edit" }));
    const second = await readAnswer(await guest.ask({ id: "c-edit", messageId: "m2", text: "More?" }));
    const chat = await findChat("c-edit", guest.userId);
    const firstAnswer = chat?.messages[1]?.id ?? "";
    await readAnswer(
      await guest.ask({ id: "c-edit", messageId: "m3", text: "Else?", parentId: firstAnswer }),
    );
    const edited = await findChat("c-edit", guest.userId);
    expect(edited?.messages.map(({ id }) => id)).not.toContain(second.turnId);
    expect(edited?.messages[2]?.id).toBe("m3");
    await expect(guest.ask({ id: "c-edit", messageId: "m4", parentId: "nowhere" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
