import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOutputGuard } from "../create-output-guard";
import { entropyBits } from "./randomness";

const show = (text: string) => {
  const guard = createOutputGuard({ surface: "text" });
  return (guard.push(text) + guard.flush()).replaceAll("\u00a0", " ");
};

const shapes = [
  /^ghp_[A-Za-z0-9]{36}$/,
  /^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}$/,
  /^glpat-[A-Za-z0-9]{20}$/,
  /^AKIA[A-Z2-7]{16}$/,
  /^AIzaSy[A-Za-z0-9_-]{33}$/,
  /^sk-proj-[A-Za-z0-9]{48}$/,
  /^sk-ant-api03-[A-Za-z0-9_-]{93}AA$/,
  /^sk_live_[A-Za-z0-9]{24}$/,
  /^xoxb-\d{12}-\d{12}-[A-Za-z0-9]{23}1$/,
  /^npm_[A-Za-z0-9]{36}$/,
  /^hf_[A-Za-z]{34}$/,
  /^SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/,
  /^dop_v1_[a-f0-9]{64}$/,
];

describe("SecretDetector", () => {
  it.each(shapes)("knows %s wherever it stands", (shape) => {
    fc.assert(
      fc.property(
        fc.stringMatching(shape),
        fc.constantFrom("Key: ", "`", "x='", "see ", "(", "\n"),
        (secret, lead) => {
          fc.pre(entropyBits(secret) >= 3.2 && !/x{4}|0{8}|(.)\1{7}/i.test(secret) && !secret.endsWith("-"));
          expect(show(`${lead}${secret} and more`)).toBe(`${lead}(secret removed) and more`);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("knows a value by the name it is given to", () => {
    expect(show('{"stripe_api_key": "w3v9k1z7hq2m8x4rt6yb0nd5"}')).toBe(
      '{"stripe_api_key": "(secret removed)"}',
    );
    expect(show("DB_PASSWORD=Tr0ub4dor&3x")).toBe("DB_PASSWORD=(secret removed)");
    expect(show("Use this token: `t4j8w2c6rm1x9vq3zk7n5bhd` today")).toBe(
      "Use this token: `(secret removed)` today",
    );
    expect(show("curl -u elastic:f8Kd2lqP0z https://example.com")).toBe(
      "curl -u (secret removed) (link removed)",
    );
    expect(show("postgres://app:n0tS0S3cr3t@db/main")).toBe("postgres://app:(secret removed)@db/main");
  });

  it("knows a value that an address gives to such a name", () => {
    expect(show("`https://example.com/v1?limit=10&api_key=aB3dE5gH7jK9mN1pQ3sT`")).toBe(
      "`https://example.com/v1?limit=10&api_key=(secret removed)`",
    );
    expect(show("`jdbc:mysql://db:3306/app?user=app&password=Xk29dkQp2mZ&ssl=true`")).toBe(
      "`jdbc:mysql://db:3306/app?user=app&password=(secret removed)&ssl=true`",
    );
    const harmless = "`https://example.com/?token=YOUR_TOKEN_123&page_token=CAUQAA&key=primary_key_2024`";
    expect(show(harmless)).toBe(harmless);
  });

  it("knows a value that a table gives to such a name", () => {
    expect(show("| Password | Xk29dkQp2mZ |\n| API key | aB3dE5gH7jK9mN1pQ3sT |")).toBe(
      "| Password | (secret removed) |\n| API key | (secret removed) |",
    );
  });

  it("takes the end of a sentence for no part of a password", () => {
    for (const text of [
      "The password is AES-256.",
      "The default password is admin123.",
      "passphrase: bcrypt12:",
    ])
      expect(show(text)).toBe(text);
    expect(show("The password is Tr0ub4dor&3x.")).toBe("The password is (secret removed).");
  });

  it("knows the lines of a private key, also when they are escaped", () => {
    const line = "MIIEpAIBAAKCAQEA7bq3Vn2J8sYkQpW9Lr";
    const head = "-----BEGIN RSA PRIVATE KEY-----";
    const tail = "-----END RSA PRIVATE KEY-----";
    expect(show(`${head}\n${line}\n${line}\n${tail}\n${line}`)).toBe(
      `${head}\n(secret removed)\n(secret removed)\n${tail}\n${line}`,
    );
    expect(show(`"${head}\\n${line}\\n${tail}"`)).not.toContain("MIIEpA");
    const narrow = line.match(/.{1,17}/g)?.join("\n");
    expect(show(`${head}\n${narrow}\n${tail}`)).toBe(`${head}\n(secret removed)\n(secret removed)\n${tail}`);
  });

  it("leaves long words and paths behind a key's first line alone", () => {
    const text =
      "A file that begins with `-----BEGIN PRIVATE KEY-----` lies in /etc/letsencrypt/live/example, and its " +
      "Internationalization needs getElementsByClassName.";
    expect(show(text)).toBe(text);
  });

  it("leaves what only looks like one", () => {
    const text =
      'API_KEY=your-api-key, TOKEN={{TOKEN}}, key = "primary_key_2024", public_key = "9Cnzj4p4WGeKLs1Pt8QuKUpRKfFL", ' +
      "password: hunter, glpat-XXXXXXXXXXXXXXXXXXXX, commit 3f5a7c9e1b2d4f6a8c0e2d4b6f8a1c3e5d7f9b0a, " +
      "postgres://postgres:postgres@localhost:5432/app, mysql://app:change-me@db/main, " +
      "keyboard: qwerty123456, -u user:password, -----BEGIN PRIVATE KEY-----\nanything\n-----END PRIVATE KEY-----";
    expect(show(text)).toBe(text);
  });

  const privateValue = "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE";
  it("knows the private members of a JSON Web Key, and no others", () => {
    const publicMembers = '"kty":"EC","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"';
    expect(show(`{${publicMembers},"d": "${privateValue}"}`)).toBe(
      `{${publicMembers},"d": "(secret removed)"}`,
    );
    expect(show(`{"crv":"P-256","d":"${privateValue}","kty":"EC"}`)).not.toContain(privateValue);
    expect(show(`"{\\"kty\\":\\"oct\\",\\"k\\":\\"${privateValue}\\"}"`)).not.toContain(privateValue);
    const harmless = `{${publicMembers}} {"d":"${privateValue}"} {"kty":"oct"} {"k":"${privateValue}"}`;
    expect(show(harmless)).toBe(harmless);
  });

  it("knows a value in an element or an entry of XML", () => {
    expect(show("`<password>Tr0ub4dor&3x</password>`")).toBe("`<password>(secret removed)</password>`");
    expect(show('`<ns:apiKey scope="all">w3v9k1z7hq2m8x4rt6yb0nd5</ns:apiKey>`')).toBe(
      '`<ns:apiKey scope="all">(secret removed)</ns:apiKey>`',
    );
    expect(show('`<add key="My:ApiKey" value="w3v9k1z7hq2m8x4rt6yb0nd5"/>`')).toBe(
      '`<add key="My:ApiKey" value="(secret removed)"/>`',
    );
    expect(show('`<property name="db.password">Tr0ub4dor&3x</property>`')).not.toContain("Tr0ub");
    const harmless =
      "`<password>your-password1!</password> <passwordHash>w3v9k1z7hq2m8x4rt6yb0nd5</passwordHash> " +
      '<input name="authenticity_token" value="w3v9k1z7hq2m8x4rt6yb0nd5"> <password>{{DB_PASSWORD1}}</password>`';
    expect(show(harmless)).toBe(harmless);
  });

  it.each([
    "The password will be Tr0ub4dor&3x.",
    "I have set your password to Tr0ub4dor&3x",
    "Your password has been reset to `Tr0ub4dor&3x`",
    "Log in as maria with password Tr0ub4dor&3x.",
    'Use the password "Tr0ub4dor3x" once',
    "You can log in with maria / Tr0ub4dor&3x now",
  ])("knows a password that is said in passing: %s", (text) => {
    expect(show(text)).toBe(text.replace(/Tr0ub4dor&?3x/, "(secret removed)"));
  });

  it.each([
    "Connect with password WPA2-PSK, or log in with Python3 / Django4.2?",
    "The password will be SHA256-hashed. A password must be 8-Characters long.",
    "Set the port to 8080-8090/TCP, change the password to something-else, use the password Manager2.",
    "With password authentication, log in with GitHub / Google / Apple-ID1.",
    'Sign in with the password "your-password-1".',
  ])("leaves alone what is said about passwords: %s", (text) => {
    expect(show(text)).toBe(text);
  });

  const awsSecret = "wJalrXUtnFEMIaK7MDENGbPxRfiCYzZk39dQwE1v";
  it("knows the secret beside the id of an access key", () => {
    const id = "AKIAJ7QX3KLM2NOP4RST";
    for (const between of [",", "\n", ":", " and the secret is then ", " | "])
      expect(show(`${id}${between}${awsSecret} end`)).not.toContain(awsSecret);
    const sha = "3f5a7c9e1b2d4f6a8c0e2d4b6f8a1c3e5d7f9b0a";
    expect(show(`${id} at commit ${sha}`)).toBe(`(secret removed) at commit ${sha}`);
    expect(show(`digest ${awsSecret}`)).toBe(`digest ${awsSecret}`);
  });

  it("knows the private lines of PuTTY's keys", () => {
    const [open, secret] = ["AAAAC3NzaC1lZDI1NTE5AAAAIPublic99", "AAAAIGtKd3h5U2VjcmV0S2V5MTIzNDU2"];
    const key = (body: string) =>
      `PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 1\n${open}\nPrivate-Lines: 1\n${body}\nPrivate-MAC: 0a1b\n${secret}`;
    expect(show(key(secret))).toBe(key("(secret removed)"));
    const harmless = `Private-Lines: 1 in a file of ${secret}`;
    expect(show(harmless)).toBe(harmless);
  });

  const [head, tail] = ["ghp_aB3dE5gH7jK9mN1p", "Q3sT5vW7xY9zA1bC3dE5"];
  it.each([
    ['"', '" + "'],
    ["'", "' +\n    '"],
    ['"', '" "'],
    ['"', '"\n  "'],
    ["'", "' . '"],
    ['"', '" & "'],
    ["`", "\\\n"],
    ['"', "\n"],
    ['"', '" \\\n  "'],
  ])("knows a key in pieces: %j, %j", (quote, between) => {
    const text = `f(${quote}${head}${between}${tail}${quote}) and more`;
    expect(show(text)).toBe(`f(${quote}(secret removed)${between}(secret removed)${quote}) and more`);
    for (let cut = 0; cut <= text.length; cut++) {
      const guard = createOutputGuard({ surface: "text" });
      const shown = guard.push(text.slice(0, cut)) + guard.push(text.slice(cut)) + guard.flush();
      expect(shown.replaceAll("\u00a0", " ")).toBe(show(text));
    }
  });

  it("knows an assigned key in pieces, and no words of a list", () => {
    expect(show('`api_key = "w3v9k1z" + "7hq2m8x4" + "rt6yb0nd5"`')).not.toMatch(/w3v9|7hq2|rt6y/);
    const harmless = `\`["${head}", "${tail}"] "a" + b + "${tail}", 'one' 'two', it's\nfine\` and "${head}" ${tail}`;
    expect(show(harmless)).toBe(harmless);
  });
});
