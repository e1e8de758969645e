import "server-only";
import { readAddressKey } from "@/lib/auth/address-key";
import { findQuotaLeft } from "@/lib/limits/find-quota-left";
import { requireViewer } from "../admit/require-viewer";

/** GET /api/quota: `{ left }`, null as long as there is enough. @throws ChatError unauthorized */
export async function readQuota(request: Request): Promise<Response> {
  const viewer = await requireViewer(request);
  const left = await findQuotaLeft(viewer, readAddressKey(request.headers));
  return Response.json({ left }, { headers: { "cache-control": "no-store" } });
}
