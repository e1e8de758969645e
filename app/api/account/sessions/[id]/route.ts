import { revokeSession } from "@/lib/auth/revoke-session";
import { handle } from "@/lib/pipeline/routes/handle";

export const DELETE = handle(revokeSession);
