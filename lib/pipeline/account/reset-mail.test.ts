import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { getAuth } from "@/lib/auth/auth";
import { setMailer } from "@/lib/auth/mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";

useTestDatabase();

let server: Server;
let received: string;

/** As much of SMTP (RFC 5321) as a client needs to hand a mail over. */
beforeAll(async () => {
  server = createServer((socket) => {
    let isData = false;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      received += text;
      if (isData) {
        if (text.includes("\r\n.\r\n")) {
          isData = false;
          socket.write("250 taken\r\n");
        }
      } else if (text.startsWith("DATA")) {
        isData = true;
        socket.write("354 go on\r\n");
      } else if (text.startsWith("QUIT")) socket.end("221 bye\r\n");
      else socket.write("250 fine\r\n");
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const address = server.address();
  vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  vi.stubEnv("MAIL_FROM", "Chat <chat@example.com>");
  vi.stubEnv("APP_URL", "https://chat.example");
  vi.stubEnv("LOG_LEVEL", "silent");
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  received = "";
});

it("mails a link that leads to us, whatever host was asked, and sets a new password once", async () => {
  setMailer(sendMail);
  const browser = newBrowser();
  await browser.signUp("forgot@example.com");
  const request = new Browser("203.0.113.9").request("/api/auth/request-password-reset", {
    email: "forgot@example.com",
  });
  request.headers.set("host", "evil.example");
  request.headers.delete("origin");
  request.headers.delete("cookie");
  expect((await getAuth().handler(request)).status).toBe(200);
  await vi.waitFor(() => expect(received).toContain("\r\n.\r\n"), { timeout: 10_000 });
  expect(received).toContain("RCPT TO:<forgot@example.com>");
  expect(received).not.toContain("evil.example");
  const body = received.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  const token = /https:\/\/chat\.example\/reset-password#([\w-]+)/.exec(body)?.[1];
  expect(token).toBeDefined();
  const set = () => newBrowser().auth("/reset-password", { token, newPassword: "the new and long password" });
  expect((await set()).status).toBe(200);
  expect((await set()).status).toBe(400);
  expect((await newBrowser().signIn("forgot@example.com", "the new and long password")).status).toBe(200);
});

it("says the same of an account that there is not, and sends nothing", async () => {
  setMailer(sendMail);
  await newBrowser().signUp("known@example.com");
  const ask = (email: string) => newBrowser().auth("/request-password-reset", { email });
  const [nobody, known] = [await ask("nobody@example.com"), await ask("known@example.com")];
  expect(nobody).toEqual(known);
  await vi.waitFor(() => expect(received).toContain("\r\n.\r\n"), { timeout: 10_000 });
  expect(received).not.toContain("nobody@example.com");
});

it("fails when nobody listens", async () => {
  await new Promise((settle) => server.close(settle));
  await expect(sendMail("a@example.com", { subject: "s", text: "t" })).rejects.toThrow();
});
