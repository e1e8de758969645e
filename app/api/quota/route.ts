import { handle } from "@/lib/pipeline/routes/handle";
import { readQuota } from "@/lib/pipeline/routes/quota";

export const GET = handle(readQuota);
