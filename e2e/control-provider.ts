/** The part of the simulator's settings that these tests use; knowledge/provider-simulator.md has all. */
export type Control = {
  readonly reset?: true;
  readonly answer?: string;
  readonly latencyMs?: number;
  readonly tokensPerSecond?: number;
  readonly fault?: { readonly kind: "status"; readonly status: number };
};

/** Tells the simulated provider how to behave from now on. */
export async function controlProvider(control: Control): Promise<void> {
  const url = `http://127.0.0.1:${process.env.E2E_PROVIDER_PORT}`;
  const response = await fetch(`${url}/control`, { method: "POST", body: JSON.stringify(control) });
  if (!response.ok)
    throw new Error(`The provider refused ${JSON.stringify(control)}: ${await response.text()}`);
}
