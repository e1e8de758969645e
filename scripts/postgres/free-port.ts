import { createServer } from "node:net";

/** True when this process can listen there now. `undefined` as host means every address of the machine. */
export function tryListen(port: number, host?: string): Promise<{ port: number } | { code: string }> {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => settle({ code: error.code ?? "" }));
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : port;
      server.close(() => settle({ port: taken }));
    });
  });
}

/** The wanted port when it is free on loopback, else any that is. */
export async function findFreePort(wanted = 0): Promise<number> {
  for (const port of [wanted, 0]) {
    const result = await tryListen(port, "127.0.0.1");
    if ("port" in result) return result.port;
  }
  throw new Error("No port is free on 127.0.0.1.");
}
