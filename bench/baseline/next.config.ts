import { join } from "node:path";
import type { NextConfig } from "next";

const root = join(import.meta.dirname, "..", "..");

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: root,
  turbopack: { root },
  // The project's own check covers this folder.
  typescript: { ignoreBuildErrors: true },
};

export default config;
