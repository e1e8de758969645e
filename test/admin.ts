import { beforeAll, vi } from "vitest";
import { createFirstAdmin } from "@/lib/auth/create-first-admin";

/** The first admin of a test file that calls `useFirstAdmin`. */
export const ADMIN = { email: "admin@example.com", password: "the admin's own password" } as const;

/**
 * For integration tests, at the top of a file: an installation whose first admin is `ADMIN`. Comes after the database and
 * the provider, for the environment is read once.
 */
export function useFirstAdmin(): void {
  beforeAll(async () => {
    vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
    vi.stubEnv("ADMIN_EMAIL", ADMIN.email);
    vi.stubEnv("ADMIN_PASSWORD", ADMIN.password);
    vi.stubEnv("LOG_LEVEL", "silent");
    await createFirstAdmin();
  });
}
