import { beforeAll, describe, expect, it, vi } from "vitest";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { signInGuest } from "@/test/guest";
import { getAuth } from "./auth";
import { createFirstAdmin } from "./create-first-admin";
import { findViewer } from "./find-viewer";

useTestDatabase();

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
});

describe("findViewer", () => {
  it("finds the person that better-auth finds", async () => {
    const guest = await signInGuest();
    const { headers } = guest.request("/");
    const session = await getAuth().api.getSession({ headers });
    expect(await findViewer(headers)).toEqual({
      userId: session?.user.id,
      tenantId: "default",
      role: "USER",
      plan: "guest",
      limits: null,
      isAnonymous: true,
    });
  });

  it("finds nobody behind no cookie, a forged one, or garbage", async () => {
    const { headers } = (await signInGuest()).request("/");
    const cookie = headers.get("cookie") ?? "";
    const [name, value] = cookie.split("=");
    for (const bad of [
      "",
      "x=y",
      `${name}=%`,
      `${name}=abc`,
      `${name}=${value?.slice(0, -6)}AAAA%3D`,
      `${name}=.`,
    ]) {
      expect(await findViewer(new Headers({ cookie: bad })), bad).toBeNull();
    }
  });

  it("finds nobody once the session has ended or the person is banned", async () => {
    const guest = await signInGuest();
    const { headers } = guest.request("/");
    await getPool().query("UPDATE users SET banned = true WHERE id = $1", [guest.userId]);
    expect(await findViewer(headers)).toBeNull();
    await getPool().query("UPDATE users SET banned = false WHERE id = $1", [guest.userId]);
    expect(await findViewer(headers)).not.toBeNull();
    await getPool().query("UPDATE sessions SET expires_at = now() WHERE user_id = $1", [guest.userId]);
    expect(await findViewer(headers)).toBeNull();
  });
});

describe("createFirstAdmin", () => {
  it("creates one admin, once, with a password that works", async () => {
    const created = await createFirstAdmin();
    expect(created?.password).toMatch(/.{16}/);
    expect(await createFirstAdmin()).toBeNull();
    const { user } = await getAuth().api.signInEmail({
      body: { email: created?.email ?? "", password: created?.password ?? "" },
    });
    const { rows } = await getPool().query("SELECT role, plan FROM users WHERE id = $1", [user.id]);
    expect(rows).toEqual([{ role: "ADMIN", plan: "unlimited" }]);
  });
});
