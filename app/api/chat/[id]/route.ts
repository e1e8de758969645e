import { handle } from "@/lib/pipeline/routes/handle";
import { patchChat } from "@/lib/pipeline/routes/history";

export const PATCH = handle(patchChat);
