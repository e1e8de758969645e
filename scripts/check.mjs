import { rmSync } from "node:fs";
import { join } from "node:path";
import { runSteps } from "./check/run-steps.mjs";
import { nodeModules, projectRoot } from "./setup/project.mjs";

const inModules = (...path) => join(nodeModules, ...path);

// What a development server wrote may be of pages that are no more.
rmSync(join(projectRoot, ".next", "dev", "types"), { recursive: true, force: true });
// Next writes the types of routes, which the compiler wants to see.
const typegen = [{ title: "route types", run: [inModules("next", "dist", "bin", "next"), "typegen"] }];
const steps = [
  { title: "types", run: [inModules("typescript", "bin", "tsc"), "--noEmit", "--incremental", "false"] },
  { title: "lint", run: [inModules("@biomejs", "biome", "bin", "biome"), "check", "."] },
  { title: "rules", run: ["--import", "tsx", "scripts/check/architecture.ts"] },
  { title: "dead code", run: [inModules("knip", "bin", "knip.js")] },
];

const failed = [...(await runSteps(typegen)), ...(await runSteps(steps))];
if (failed.length > 0) console.log(`\nnpm run check failed: ${failed.join(", ")}.`);
process.exit(failed.length > 0 ? 1 : 0);
