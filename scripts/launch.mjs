import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { watchParents } from "./launch/watch-parents.mjs";
import { projectNode, projectRoot } from "./setup/project.mjs";
import { setup } from "./setup/setup.mjs";

const commands = ["dev", "build", "start"];
const reactServer = "--conditions=react-server";

/**
 * Everything after the setup is TypeScript and wants the project's Node. npm finds that Node first once it is
 * installed, so as a rule this is the only process; on the first start, or without npm, it hands over to a second.
 */
async function launch() {
  const [command, ...rest] = process.argv.slice(2);
  if (!commands.includes(command) || rest.length > 0) {
    console.error(
      `Use npm run dev, npm run build or npm start, without further arguments: settings are environment variables.`,
    );
    process.exit(1);
  }
  process.chdir(projectRoot);
  await setup();
  if (process.execPath !== realpathSync(projectNode) || !process.execArgv.includes(reactServer))
    return handOver(command);
  await import("tsx");
  const { run } = await import("./launch/run.ts");
  await run(command);
}

function handOver(command) {
  const child = spawn(projectNode, [reactServer, fileURLToPath(import.meta.url), command], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchParents(() => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code ?? 1));
}

await launch();
