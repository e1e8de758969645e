import { beforeEach, describe, expect, it } from "vitest";
import { findViewer } from "@/lib/auth/find-viewer";
import { plans } from "@/lib/config/plans";
import { getPool } from "@/lib/db/pool";
import { Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { ask, readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");

const { turnsPerDay } = plans.guest;
/** What the address may still ask today, so that no minute that ends meanwhile matters. */
const LEFT = 30;

beforeEach(() => simulated.provider.control({ answer: { kind: "lorem", tokens: 10 } }));

async function countersOf(pattern: string) {
  const { rows } = await getPool().query(
    `SELECT subject, day_turns AS turns, day_tokens::int AS tokens, day_nanos::int AS nanos
       FROM usage_counters WHERE subject LIKE $1 ORDER BY subject`,
    [pattern],
  );
  return rows;
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code;

describe("guests of one address", () => {
  it("share one quota exactly, however many ask at once", async () => {
    const guests = await Promise.all(
      Array.from({ length: 8 }, () => signInGuest(new Browser("203.0.113.1"))),
    );
    const [first] = guests;
    await readAnswer((await first?.ask({ id: "shared" })) ?? new Response());
    await getPool().query("UPDATE usage_counters SET day_turns = $1 WHERE subject LIKE 'address:%'", [
      turnsPerDay - LEFT,
    ]);
    const outcomes = await Promise.all(
      Array.from({ length: LEFT * 3 }, (_, i) =>
        guests[i % guests.length]
          ?.ask({ id: `shared-${i}` })
          .then(readAnswer)
          .then(() => "answered", codeOf),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "answered")).toHaveLength(LEFT);
    expect(new Set(outcomes)).toEqual(new Set(["answered", "quota_exceeded"]));

    const [address, ...others] = await countersOf("address:%");
    expect(others).toEqual([]);
    const { rows } = await getPool().query(
      `SELECT sum(input_tokens + output_tokens)::int AS tokens, sum(cost_nanos)::int AS nanos FROM turns`,
    );
    // Settled, not only reserved.
    expect(address).toMatchObject({ ...rows[0], turns: turnsPerDay });
  });

  it("have nothing left when the one before used it up, while another address has", async () => {
    const late = await signInGuest(new Browser("203.0.113.1"));
    await expect(late.ask({ id: "late" })).rejects.toMatchObject({ code: "quota_exceeded" });
    const elsewhere = await signInGuest(new Browser("203.0.113.2"));
    expect((await readAnswer(await elsewhere.ask({ id: "elsewhere" }))).text).not.toBe("");
  });
});

describe("a guest who gets an account", () => {
  it("keeps chats, feedback and what is spent, and is no more", async () => {
    const browser = newBrowser();
    const guestId = await browser.becomeGuest();
    const { turnId } = await readAnswer(await ask(browser, { id: "kept" }));
    await getPool().query("INSERT INTO feedback (turn_id, user_id, rating) VALUES ($1, $2, 'UP')", [
      turnId,
      guestId,
    ]);
    const [spent] = await countersOf(`user:${guestId}`);
    const guestCookie = browser.request("/");

    const userId = await browser.signUp("keeps@example.com");
    expect(userId).not.toBe(guestId);
    expect(await countersOf(`user:${userId}`)).toEqual([{ ...spent, subject: `user:${userId}` }]);
    expect(await countersOf(`user:${guestId}`)).toEqual([]);
    for (const table of ["chats", "turns", "feedback"]) {
      const { rows } = await getPool().query(
        `SELECT DISTINCT user_id AS owner FROM ${table} WHERE user_id IN ($1, $2)`,
        [guestId, userId],
      );
      expect(rows, table).toEqual([{ owner: userId }]);
    }
    const again = await readAnswer(await ask(browser, { id: "kept" }));
    expect(again.turnId).toBe(turnId);
    // The guest's cookie is worth nothing any more.
    expect(await findViewer(guestCookie.headers)).toBeNull();
  });

  it("adds to what an account that is there has already spent", async () => {
    const home = newBrowser();
    const userId = await home.signUp("adds@example.com");
    await readAnswer(await ask(home, { id: "at-home" }));
    const away = newBrowser();
    await away.becomeGuest();
    await readAnswer(await ask(away, { id: "away" }));
    expect((await away.signIn("adds@example.com")).status).toBe(200);
    expect(await countersOf(`user:${userId}`)).toMatchObject([{ turns: 2 }]);
    const next = await readAnswer(await ask(away, { id: "at-home", messageId: "m2" }));
    expect(next.text).not.toBe("");
  });

  it("keeps an answer that is being written meanwhile, and its money is settled with the account", async () => {
    simulated.provider.control({ answer: { kind: "lorem", tokens: 60 }, tokensPerSecond: 100 });
    const browser = newBrowser();
    await browser.becomeGuest();
    const running = await ask(browser, { id: "meanwhile" });
    const userId = await browser.signUp("meanwhile@example.com");
    const answer = await readAnswer(running);
    expect(answer.notices).toEqual([]);
    const { rows } = await getPool().query(
      `SELECT status, user_id AS "userId", input_tokens + output_tokens AS tokens, cost_nanos::int AS nanos FROM turns WHERE id = $1`,
      [answer.turnId],
    );
    expect(rows).toMatchObject([{ status: "COMPLETED", userId }]);
    expect(await countersOf(`user:${userId}`)).toMatchObject([
      { turns: 1, tokens: rows[0].tokens, nanos: rows[0].nanos },
    ]);
  });
});
