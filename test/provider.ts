import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";

/** The simulator of a test file; ask for it inside tests. */
export type ProviderOfTests = { readonly provider: Provider };

/**
 * For integration tests, at the top of a file: an OpenAI-compatible server that answers every model of the chain at
 * once with "A plain answer.", set anew before each test.
 */
export function useProvider(chain: string): ProviderOfTests {
  let provider: Provider | undefined;
  beforeAll(async () => {
    provider = await startProvider({ port: 0 });
    vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
    vi.stubEnv("COMPATIBLE_BASE_URL", `${provider.url}/compatible/v1`);
    vi.stubEnv("COMPATIBLE_MODEL", "first");
    vi.stubEnv("COMPATIBLE_PRICE", "1/2");
    vi.stubEnv("MODEL_CHAIN", chain);
    vi.stubEnv("LOG_LEVEL", "silent");
  });
  beforeEach(() => {
    provider?.resetStats();
    provider?.control({ reset: true, latencyMs: 1, tokensPerSecond: 0, answer: "A plain answer." });
  });
  afterAll(() => provider?.close());
  return {
    get provider() {
      if (provider === undefined) throw new Error("The simulator is started before the first test.");
      return provider;
    },
  };
}
