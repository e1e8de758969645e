import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readCommandLine } from "./command-line";

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function run(...args: string[]) {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args]);
  running.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += String(chunk)));
  const firstOutput = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  return { child, firstOutput, exit: once(child, "exit"), output: () => output };
}

describe("npm run provider", () => {
  it("prints its address on one line, does as it was told, and ends on Ctrl-C", async () => {
    const started = run("--port", "0", "--control", '{"answer":"Told so.","latencyMs":0}');
    await started.firstOutput;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(started.output())?.[0];
    expect(started.output().trimEnd().split("\n")).toHaveLength(1);
    expect(started.output()).toContain(`OPENAI_BASE_URL=${url}/openai/v1 OPENAI_API_KEY=any`);
    const body = JSON.stringify({ model: "hang", input: "Hi" });
    const told = await fetch(`${url}/v1/responses`, { method: "POST", body: body.replace("hang", "m") });
    expect(await told.text()).toContain("Told so.");
    const hanging = fetch(`${url}/v1/responses`, { method: "POST", body }).catch(() => "broken");
    started.child.kill("SIGINT");
    expect(await started.exit).toEqual([0, null]);
    expect(await hanging).toBe("broken");
  });

  it("says in one sentence that its port is taken", async () => {
    const squatter = createServer().listen(0, "127.0.0.1");
    await once(squatter, "listening");
    const address = squatter.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const refused = run("--port", port);
    expect(await refused.exit).toEqual([1, null]);
    expect(refused.output()).toBe("The port is in use: choose another with --port, or 0 for any.\n");
    squatter.close();
  });

  it("explains itself", async () => {
    const helped = run("--help");
    expect(await helped.exit).toEqual([0, null]);
    expect(helped.output()).toMatch(/--port/);
  });

  it.each([
    [["--port", "http"], /--port takes a number/],
    [["--port", "70000"], /--port takes a number/],
    [["--control", "{"], /--control/],
    [["--control", '{"answr":"x"}'], /answr/],
    [["--prot", "1"], /--prot/],
    [["4010"], /4010/],
  ])("refuses %j", (args, message) => {
    expect(() => readCommandLine(args)).toThrow(message);
  });
});
