import { checkReady } from "@/lib/pipeline/check-ready";

export const GET = checkReady;
