/** Runs once in each server process before it takes requests. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startServer } = await import("@/lib/pipeline/server/start-server");
  await startServer();
}
