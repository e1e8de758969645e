import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // server-only throws unless it is resolved as React's server would.
  ssr: { resolve: { conditions: ["react-server", ...defaultServerConditions] } },
  test: {
    include: ["{lib,scripts,components,app,bench,test}/**/*.test.{ts,tsx}", "*.test.ts"],
    // Whatever the person's own environment says, no test reaches their database or a model that costs money.
    env: {
      DATABASE_URL: "",
      OPENAI_API_KEY: "",
      ANTHROPIC_API_KEY: "",
      COMPATIBLE_BASE_URL: "",
      MODEL_CHAIN: "",
      TRANSFORMER_JUDGE_URL: "",
      TRANSFORMER_JUDGE_KEY: "",
    },
    globalSetup: "test/serve-test-databases.ts",
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
