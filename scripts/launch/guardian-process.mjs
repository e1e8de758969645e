import { createInterface } from "node:readline";
import { stopChildren } from "./stop-child.mjs";

// Lives in a session of its own beside the launcher, which writes the list of its children to our stdin whenever it
// changes. However the launcher ends, stdin ends with it, and what is still running is stopped from here.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

let children = [];
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  children = JSON.parse(line);
});
lines.on("close", async () => {
  await stopChildren(children);
  process.exit(0);
});
