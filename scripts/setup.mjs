import { setup } from "./setup/setup.mjs";

await setup({ browser: process.argv.includes("--browser") });
