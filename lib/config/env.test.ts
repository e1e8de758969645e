import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

describe("parseEnv", () => {
  it("has defaults for everything, and takes an empty string as unset", () => {
    const env = parseEnv({ PORT: "", OPENAI_API_KEY: "", DATABASE_URL: "" });
    expect(env).toMatchObject({ PORT: 3000, DATA_DIR: ".data", TRUSTED_PROXY_HOPS: 0, LOG_LEVEL: "info" });
    expect(env.OPENAI_API_KEY).toBeUndefined();
  });

  it("names every problem at once, each by its variable", () => {
    const problems = problemsOf({
      PORT: "many",
      DATABASE_URL: "mysql://x",
      APP_URL: "nope",
      ADMIN_PASSWORD: "short",
    });
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "ADMIN_PASSWORD",
      "APP_URL",
      "DATABASE_URL",
      "PORT",
    ]);
  });

  it("says what a value must be, in a sentence", () => {
    expect(problemsOf({ PORT: "many", TRUSTED_PROXY_HOPS: "1.5", LOG_LEVEL: "loud" })).toEqual([
      "PORT must be a whole number from 0 to 65535.",
      "TRUSTED_PROXY_HOPS must be a whole number from 0 to 16.",
      "LOG_LEVEL must be one of trace, debug, info, warn, error, silent.",
    ]);
  });

  it("refuses a short secret in production only", () => {
    expect(problemsOf({ NODE_ENV: "production", AUTH_SECRET: "short" })[0]).toContain("AUTH_SECRET");
    expect(problemsOf({ NODE_ENV: "development", AUTH_SECRET: "short" })).toEqual([]);
  });

  it("wants a price said for a compatible server, even when it is nothing", () => {
    const server = { COMPATIBLE_BASE_URL: "http://localhost:11434/v1", COMPATIBLE_MODEL: "llama" };
    expect(problemsOf(server)[0]).toContain("COMPATIBLE_PRICE");
    expect(problemsOf({ ...server, COMPATIBLE_PRICE: "0/0" })).toEqual([]);
    expect(problemsOf({ ...server, COMPATIBLE_PRICE: "free" })).toHaveLength(1);
  });

  it("wants an address beside the key of a classifier", () => {
    expect(problemsOf({ TRANSFORMER_JUDGE_KEY: "x" })[0]).toContain("TRANSFORMER_JUDGE_URL");
    expect(problemsOf({ TRANSFORMER_JUDGE_URL: "localhost:8080" })[0]).toContain("http(s)");
    expect(problemsOf({ TRANSFORMER_JUDGE_URL: "http://localhost:8080" })).toEqual([]);
  });

  it("takes keys of other providers as pairs, and mail with a sender and an address for its links", () => {
    expect(
      problemsOf({ GITHUB_CLIENT_ID: "x", GOOGLE_CLIENT_SECRET: "y" }).map((text) => text.split(" ")[0]),
    ).toEqual(["GITHUB_CLIENT_SECRET", "GOOGLE_CLIENT_ID"]);
    expect(problemsOf({ SMTP_URL: "smtp://mail.example:587" }).map((text) => text.split(" ")[0])).toEqual([
      "MAIL_FROM",
      "APP_URL",
    ]);
    const mail = { SMTP_URL: "smtps://u:p@mail.example", APP_URL: "https://chat.example" };
    expect(problemsOf({ ...mail, MAIL_FROM: "Chat <chat@example.com>" })).toEqual([]);
    expect(problemsOf({ ...mail, MAIL_FROM: "chat@example.com" })).toEqual([]);
    for (const MAIL_FROM of ["chat", "a@b\nBcc: c@d", "<a@b> c"])
      expect(problemsOf({ ...mail, MAIL_FROM }), MAIL_FROM).toHaveLength(1);
    expect(problemsOf({ ...mail, SMTP_URL: "http://mail.example", MAIL_FROM: "a@b.c" })).toHaveLength(1);
  });
});
