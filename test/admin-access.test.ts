import { globSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { requireAdmin, requireAdminPage } from "@/lib/auth/require-admin";
import { getPool } from "@/lib/db/pool";
import { ChatError } from "@/lib/protocol/chat-error";
import { useTestDatabase } from "@/test/database";
import { signInGuest } from "@/test/guest";
import { signUp } from "@/test/sign-in";

useTestDatabase();

const { NOT_FOUND } = vi.hoisted(() => ({ NOT_FOUND: "NEXT_HTTP_ERROR_FALLBACK;404" }));
let current = new Headers();
vi.mock("next/headers", () => ({ headers: async () => current }));
// What Next itself throws there; the module can't be loaded outside its bundler.
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw Object.assign(new Error("not found"), { digest: NOT_FOUND });
  },
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

type Anything = (...input: unknown[]) => Promise<unknown>;

const strangers: { name: string; headers: Headers }[] = [];
let admin: { userId: string; headers: Headers };

beforeAll(async () => {
  vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
  const banned = await signUp("ADMIN");
  await getPool().query("UPDATE users SET banned = true WHERE id = $1", [banned.userId]);
  admin = await signUp("ADMIN");
  strangers.push(
    { name: "nobody", headers: new Headers() },
    { name: "guest", headers: (await signInGuest()).request("/").headers },
    { name: "user", headers: (await signUp("USER")).headers },
    { name: "banned admin", headers: banned.headers },
  );
});

const root = join(import.meta.dirname, "..", "app", "admin");
const filesNamed = (name: string) => globSync(`**/${name}`, { cwd: root }).map((file) => join(root, file));

async function exportsOf(file: string): Promise<[name: string, run: Anything][]> {
  const module: Record<string, Anything> = await import(/* @vite-ignore */ file);
  return Object.entries(module);
}

/** Everything that an action could change. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await getPool().query(
    `SELECT (SELECT jsonb_agg(u ORDER BY id) FROM users u) AS users, (SELECT count(*) FROM sessions) AS sessions,
            (SELECT count(*) FROM audit_events) AS audit, (SELECT jsonb_agg(f) FROM flags f) AS flags`,
  );
  return rows;
}

describe("requireAdmin", () => {
  it("lets an admin in and shows everybody else nothing", async () => {
    expect((await requireAdmin(admin.headers)).userId).toBe(admin.userId);
    for (const { headers, name } of strangers)
      await expect(requireAdmin(headers), name).rejects.toBeInstanceOf(ChatError);
  });

  it("ends a page in not found", async () => {
    for (const { headers, name } of strangers) {
      current = headers;
      await expect(requireAdminPage(), name).rejects.toMatchObject({ digest: NOT_FOUND });
    }
    current = admin.headers;
    expect((await requireAdminPage()).userId).toBe(admin.userId);
  });
});

describe("every action of the admin area", () => {
  it("does nothing for anybody who is no admin", async () => {
    const files = filesNamed("actions.ts");
    expect(files.length).toBeGreaterThanOrEqual(3);
    const before = await fingerprint();
    const inputs = [
      undefined,
      "well",
      { userId: admin.userId },
      { userId: admin.userId, reason: "because", until: null },
      { userId: admin.userId, plan: "guest", limits: {}, reason: "because" },
    ];
    for (const [name, run] of (await Promise.all(files.map(exportsOf))).flat())
      for (const stranger of strangers)
        for (const input of inputs) {
          current = stranger.headers;
          await expect(run(input), `${name} as ${stranger.name}`).rejects.toMatchObject({
            digest: NOT_FOUND,
          });
        }
    expect(await fingerprint()).toEqual(before);
  });
});

describe("every route of the admin area", () => {
  it("looks to anybody who is no admin as if it were not there", async () => {
    const files = filesNamed("route.ts");
    expect(files.length).toBeGreaterThanOrEqual(2);
    const params = Promise.resolve({
      id: "01a1e8d7-0dba-74a4-bedd-990fc691513b",
      attemptId: "01a1e8d7-0dba-74a4-bedd-990fc691513b",
      attachmentId: "01a1e8d7-0dba-74a4-bedd-990fc691513b",
      side: "request",
    });
    for (const [method, run] of (await Promise.all(files.map(exportsOf))).flat())
      for (const { headers, name } of strangers) {
        const response = await run(new Request("http://chat.test/admin", { method, headers }), { params });
        expect(response, `${method} as ${name}`).toMatchObject({ status: 404 });
      }
  });
});
