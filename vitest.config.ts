import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // server-only throws unless it is resolved as React's server would.
  ssr: { resolve: { conditions: ["react-server", ...defaultServerConditions] } },
  test: {
    include: ["{lib,scripts,components,app,bench,test}/**/*.test.{ts,tsx}"],
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
