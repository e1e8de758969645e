import "server-only";
import { findUnreadiness } from "@/lib/db/readiness";
import { statusByCode } from "@/lib/protocol/error-codes";
import { isShuttingDown } from "../server/drain";

/** GET /api/ready: 200 when questions can be answered, 503 with the reason when not. */
export async function checkReady(): Promise<Response> {
  const reason = isShuttingDown() ? "shutting_down" : await findUnreadiness();
  const status = reason === null ? 200 : statusByCode.model_unavailable;
  const body = reason === null ? { status: "ready" } : { status: "not_ready", reason };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
