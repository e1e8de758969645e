import { tryListen } from "../postgres/free-port";

/** Loopback as well as every address: some systems allow the one beside the other. */
const hosts = [undefined, "0.0.0.0", "127.0.0.1"];

/** The problems of listening on the port. */
export async function checkPort(port: number, command: string): Promise<string[]> {
  for (const host of hosts) {
    const result = await tryListen(port, host);
    if (!("code" in result)) continue;
    if (result.code === "EADDRINUSE") {
      return [
        `PORT ${port} is in use by another program: stop that one, or choose another port, for example PORT=${port + 1} npm run ${command}.`,
      ];
    }
    if (result.code === "EACCES")
      return [`PORT ${port} may not be used by this user: choose one above 1023.`];
  }
  return [];
}
