import { describe, expect, it } from "vitest";
import { type Env, envNames, parseEnv } from "./env";
import { knownSecrets } from "./known-secrets";

/** Variables that may be said aloud. Whoever adds one to the schema has to say here that it is no secret, or it is one. */
const spoken = [
  "NODE_ENV",
  "PORT",
  "DATA_DIR",
  "ADMIN_EMAIL",
  "COMPATIBLE_MODEL",
  "COMPATIBLE_PRICE",
  "COMPATIBLE_IMAGES",
  "MODEL_CHAIN",
  "MAIL_FROM",
  "GITHUB_CLIENT_ID",
  "GOOGLE_CLIENT_ID",
  "TRUSTED_PROXY_HOPS",
  "LOG_LEVEL",
];
const password = "k3Jd82mQx7Lp";
const addresses = envNames.filter((name) => name.endsWith("_URL") || name.endsWith("_ENDPOINT"));
const secrets = envNames.filter((name) => !spoken.includes(name) && !addresses.includes(name));
const env = parseEnv({});

describe("knownSecrets", () => {
  it.each(secrets)("knows %s", (name) => {
    expect(knownSecrets({ ...env, [name]: password })).toEqual([password]);
  });

  it.each(addresses)("knows the password in %s", (name) => {
    expect(knownSecrets({ ...env, [name]: `https://app:${password}@host.example:1234/x` })).toEqual([
      password,
    ]);
    expect(knownSecrets({ ...env, [name]: "https://host.example:1234/x" })).toEqual([]);
  });

  it("knows a password with signs that addresses escape, in both forms", () => {
    const database: Env = { ...env, DATABASE_URL: "postgres://app:p%40ss%2Fword@db/main" };
    expect(knownSecrets(database)).toEqual(["p%40ss%2Fword", "p@ss/word"]);
    expect(knownSecrets({ ...env, SMTP_URL: "smtp://a:50%off-today@mail" })).toEqual(["50%off-today"]);
  });

  it("tells nothing of what may be said, and leaves out what is too short to be found", () => {
    const said = Object.fromEntries(spoken.map((name) => [name, password]));
    expect(knownSecrets({ ...env, ...said })).toEqual([]);
    expect(knownSecrets({ ...env, OPENAI_API_KEY: "short" })).toEqual([]);
  });
});
