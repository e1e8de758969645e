/** The part of the simulator's settings that these tests use; knowledge/provider-simulator.md has all. */
export type Control = {
  readonly reset?: true;
  readonly answer?:
    | string
    | {
        readonly kind: "match";
        readonly rules: readonly { readonly pattern: string; readonly answer: string }[];
        readonly otherwise: string;
      };
  readonly split?: { readonly pieces: readonly string[] } | { readonly every: number };
  readonly latencyMs?: number;
  readonly tokensPerSecond?: number;
  readonly fault?: { readonly kind: "status"; readonly status: number };
};

/** Tells the simulated provider, which playwright.config.ts has started, how to behave from now on. */
export async function controlProvider(control: Control): Promise<void> {
  const response = await fetch(`${process.env.PROVIDER_URL}/control`, {
    method: "POST",
    body: JSON.stringify(control),
  });
  if (!response.ok)
    throw new Error(`The provider refused ${JSON.stringify(control)}: ${await response.text()}`);
}

/** What the simulated provider was asked last, newest last. */
export async function lastRequests(count: number): Promise<unknown[]> {
  const response = await fetch(`${process.env.PROVIDER_URL}/requests?last=${count}`);
  return ((await response.json()) as { requests: { body: unknown }[] }).requests.map(({ body }) => body);
}
