import { beforeEach, expect, it } from "vitest";
import { exportAccount } from "@/lib/auth/export-account";
import { findViewer } from "@/lib/auth/find-viewer";
import { getPool } from "@/lib/db/pool";
import { getRunningTurns } from "@/lib/streams/running-turns";
import { ADMIN, useFirstAdmin } from "@/test/admin";
import { type Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { ask, readAnswer } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { deleteAccount } from "./delete-account";

useTestDatabase();
const simulated = useProvider("compatible/first,builtin");
useFirstAdmin();

const SECRET = "zebrafish-42";

beforeEach(() => {
  simulated.provider.control({ answer: { kind: "script", answers: [`You wrote ${SECRET}.`] } });
});

const remove = (browser: Browser, word: unknown = "delete") =>
  deleteAccount(browser.request("/api/account/delete", { word }));

/** Every row of every table that holds a text, whatever the column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await getPool().query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await getPool().query(
      `SELECT 1 FROM "${name}" t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`,
      [text],
    );
    if (rowCount === 1) found.push(name);
  }
  return found;
}

async function rowsOf(userId: string) {
  const { rows } = await getPool().query(
    `SELECT t.status, t.cost_nanos::int AS cost, a.cost_nanos::int AS attempt_cost, a.request_body, a.response_body,
            c.day_nanos::int AS day_nanos
       FROM turns t JOIN attempts a ON a.turn_id = t.id JOIN usage_counters c ON c.subject = 'user:' || t.user_id
      WHERE t.user_id = $1`,
    [userId],
  );
  return rows;
}

it("leaves what was spent and done under an id, and nothing that was written or answered", async () => {
  const browser = newBrowser();
  const userId = await browser.signUp("gone@example.com");
  const { turnId } = await readAnswer(await ask(browser, { id: "gone", text: `Remember ${SECRET}` }));
  await getPool().query(
    "INSERT INTO feedback (turn_id, user_id, rating, reason) VALUES ($1, $2, 'DOWN', $3)",
    [turnId, userId, SECRET],
  );
  await getPool().query(
    "INSERT INTO flags (id, tenant_id, turn_id, kind, reason, note) VALUES ($1, 'default', $1, 'REPORT', $2, $2)",
    [turnId, SECRET],
  );
  const before = await rowsOf(userId);
  expect(before[0].request_body).not.toBeNull();
  expect((await tablesWith(SECRET)).sort()).toEqual([
    "chats",
    "feedback",
    "flags",
    "messages",
    "turn_stream_parts",
  ]);

  expect((await remove(browser)).status).toBe(200);
  expect(await tablesWith(SECRET)).toEqual([]);
  expect(await tablesWith("gone@example.com")).toEqual([]);
  expect(await rowsOf(userId)).toEqual(
    before.map((row) => ({ ...row, request_body: null, response_body: null })),
  );
  expect(before[0].cost).toBeGreaterThan(0);
  expect((await tablesWith(userId)).sort()).toEqual([
    "audit_events",
    "rate_limits",
    "turns",
    "usage_counters",
  ]);
  expect(await findViewer(browser.request("/").headers)).toBeNull();
  expect((await newBrowser().signIn("gone@example.com")).status).toBe(401);
});

it("stops what is being answered first, and settles it", async () => {
  simulated.provider.control({ answer: { kind: "lorem", tokens: 400 }, tokensPerSecond: 40 });
  const browser = newBrowser();
  const userId = await browser.becomeGuest();
  const reading = await ask(browser, { id: "in-the-middle", text: `Say ${SECRET} slowly` });
  const turnId = reading.headers.get("x-turn-id") ?? "";
  expect((await remove(browser)).status).toBe(200);
  expect(getRunningTurns().has(turnId)).toBe(false);
  expect((await readAnswer(reading)).notices).toEqual(["stopped"]);
  const [row] = await rowsOf(userId);
  expect(row).toMatchObject({ status: "STOPPED", request_body: null, response_body: null });
  expect(row.day_nanos).toBe(row.cost);
  expect(await tablesWith(SECRET)).toEqual([]);
});

it("refuses without the word, with garbage, and to everyone who is nobody", async () => {
  const browser = newBrowser();
  await browser.signUp("stays@example.com");
  for (const word of ["", "yes", "deleted", null, 1, { $gt: "" }])
    await expect(remove(browser, word)).rejects.toMatchObject({ code: "bad_request" });
  await expect(remove(newBrowser())).rejects.toMatchObject({ code: "unauthorized" });
  expect(await findViewer(browser.request("/").headers)).not.toBeNull();
});

it("keeps the last admin", async () => {
  const admin = newBrowser();
  await admin.signIn(ADMIN.email, ADMIN.password);
  await expect(remove(admin)).rejects.toMatchObject({ code: "forbidden" });
  expect((await findViewer(admin.request("/").headers))?.role).toBe("ADMIN");
});

it("exports everything a person wrote as one JSON file, and nothing of others", async () => {
  simulated.provider.control({ answer: { kind: "script", answers: [`"Quoted" ${SECRET}`] } });
  const [browser, other] = [newBrowser(), newBrowser()];
  await browser.signUp("export@example.com");
  await other.signUp("other@example.com");
  for (const id of ["one", "two"]) await readAnswer(await ask(browser, { id, text: `In ${id}` }));
  await readAnswer(await ask(other, { id: "three", text: "Another's" }));
  await getPool().query(
    `INSERT INTO messages (chat_id, id, role, turn_id, content, tokens)
     SELECT 'two', 'x' || n, 'USER', gen_random_uuid(), '{"version":1,"parts":[]}', 1 FROM generate_series(1, 450) n`,
  );
  const response = await exportAccount(browser.request("/api/account/export"));
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="parapet-[\d-]+\.json"$/,
  );
  const text = await response.text();
  const data = JSON.parse(text);
  expect(data.account).toMatchObject({ email: "export@example.com" });
  expect(
    data.chats.map((chat: { id: string; messages: unknown[] }) => [chat.id, chat.messages.length]),
  ).toEqual([
    ["one", 2],
    ["two", 452],
  ]);
  expect(data.turns).toHaveLength(2);
  expect(text).toContain(SECRET);
  expect(text).not.toContain("Another's");
  await expect(exportAccount(newBrowser().request("/"))).rejects.toMatchObject({ code: "unauthorized" });
});
