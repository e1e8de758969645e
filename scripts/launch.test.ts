import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../test/temporary-folder";
import { projectRoot } from "./setup/project.mjs";

/** Starts Parapet with settings that cannot work. */
function launch(
  command: "dev" | "start",
  environment: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const launcher = ["--conditions=react-server", join(projectRoot, "scripts/launch.mjs"), command];
  const env = { ...process.env, DATA_DIR: temporaryFolder(), PORT: "0", ...environment };
  return new Promise((settle) => {
    const options = { cwd: projectRoot, env, timeout: 12_000 };
    const child = execFile(process.execPath, launcher, options, (_, stdout, stderr) => {
      settle({ code: child.exitCode ?? -1, said: (stdout + stderr).trim() });
    });
  });
}

test("a database that does not answer", async () => {
  const { code, said } = await launch("dev", {
    DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/parapet",
  });
  expect(code).toBe(1);
  expect(said).toBe(
    "DATABASE_URL: nothing answers at 127.0.0.1:1; start PostgreSQL there, or unset DATABASE_URL to use the embedded one.",
  );
});

test("every problem at once: folder, port, variables, model", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await new Promise((settle) => taken.once("listening", settle));
  const address = taken.address();
  const port = typeof address === "object" ? address?.port : 0;
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  const { code, said } = await launch("dev", {
    PORT: String(port),
    DATA_DIR: join(file, "data"),
    LOG_LEVEL: "loud",
    MODEL_CHAIN: "nobody/knows",
  });
  expect(code).toBe(1);
  const sentences = said.split("\n");
  expect(sentences).toHaveLength(4);
  expect(sentences[0]).toMatch(/^LOG_LEVEL /);
  expect(sentences[1]).toMatch(/^DATA_DIR .* cannot be written, because a part of the path is a file/);
  expect(sentences[2]).toMatch(/^MODEL_CHAIN: "nobody\/knows"/);
  expect(sentences[3]).toMatch(`PORT ${port} is in use by another program`);
});

test("production refuses a short secret, and a generated one beside a database that servers share", async () => {
  const short = await launch("start", { AUTH_SECRET: "short" });
  expect(short).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^AUTH_SECRET is too short for production/),
  });
  const shared = await launch("start", { DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/parapet" });
  expect(shared).toMatchObject({
    code: 1,
    said: expect.stringContaining("AUTH_SECRET must be set beside DATABASE_URL"),
  });
  expect(shared.said).not.toContain("secret@");
});
