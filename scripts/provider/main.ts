import { readCommandLine } from "./command-line";
import { startProvider } from "./start-provider";
import { usageText } from "./usage-text";

const DEFAULT_URL = "http://127.0.0.1:4010";

async function main(): Promise<void> {
  const { port, control, isHelp } = readCommandLine(process.argv.slice(2));
  if (isHelp) {
    console.log(
      `npm run provider -- [--port 4010] [--control '{"latencyMs":0}'] [--help]\n\n${usageText(DEFAULT_URL)}`,
    );
    return;
  }
  const provider = await startProvider({ port });
  for (const input of control) provider.control(input);
  console.log(
    `Provider simulator: ${provider.url} (OPENAI_BASE_URL=${provider.url}/openai/v1 OPENAI_API_KEY=any; ` +
      `POST ${provider.url}/control changes what it does, GET ${provider.url} says how)`,
  );
  const stop = () => void provider.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? "The port is in use: choose another with --port, or 0 for any." : error.message);
  process.exitCode = 1;
});
