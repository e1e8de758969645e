import { exportAccount } from "@/lib/auth/export-account";
import { handle } from "@/lib/pipeline/routes/handle";

export const GET = handle(exportAccount);
