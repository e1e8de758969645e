import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ControlInput } from "./behaviour/control-schema";
import type { Stats } from "./calls/call-counts";
import type { CallRecord } from "./calls/call-record";
import { handleRequest } from "./handle-request";
import { createSimulator } from "./simulator";

export type Provider = {
  /** Without a slash at the end, e.g. http://127.0.0.1:4010. */
  readonly url: string;
  /** As POST /control; throws a ZodError when the input is not valid. */
  control(input: ControlInput): void;
  stats(): Stats;
  /** The newest calls, oldest first. */
  requests(last: number): CallRecord[];
  resetStats(): void;
  /** Ends every connection, answered or not. */
  close(): Promise<void>;
};

/** Real ones keep idle connections for about a minute; closing earlier makes clients fail on a connection they reuse. */
const KEEP_ALIVE_MS = 65_000;

/**
 * Starts a provider simulator on 127.0.0.1. Port 0 takes any free one. Rejects as `listen` does, with EADDRINUSE when
 * the port is taken.
 */
export async function startProvider({ port }: { port: number }): Promise<Provider> {
  const simulator = createSimulator();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handleRequest(simulator, request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${taken}`,
    control: (input) => simulator.behaviours.apply(input),
    stats: () => simulator.calls.stats(),
    requests: (last) => simulator.calls.requests(last),
    resetStats: () => simulator.calls.clear(),
    close: () =>
      new Promise((resolve) => {
        simulator.pacer.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
