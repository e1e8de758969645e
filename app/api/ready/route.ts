import { checkReady } from "@/lib/pipeline/routes/check-ready";

export const GET = checkReady;
