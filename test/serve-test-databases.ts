import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Where test files ask for databases; see test/database.ts. */
    testDatabasesUrl: string;
  }
}

/**
 * Vitest's global setup: one PostgreSQL for the whole run, started when the first test file asks for a database, so
 * that a run without such files does not wait for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<TestCluster> | undefined;
  let created = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    cluster ??= startTestCluster();
    const { create, drop } = await cluster;
    const name = request.url?.slice(1) ?? "";
    if (request.method === "DELETE") {
      await drop(name);
      return response.writeHead(204).end();
    }
    const database = `test_${++created}`;
    const url = await create(database, name === "empty" ? "empty" : "migrated");
    return response.end(JSON.stringify({ name: database, url }));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((settle) => {
    server.listen(0, "127.0.0.1", settle);
  });
  const address = server.address();
  project.provide("testDatabasesUrl", `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await (await cluster)?.stop();
  };
}
