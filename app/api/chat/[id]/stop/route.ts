import { handle } from "@/lib/pipeline/routes/handle";
import { stopTurn } from "@/lib/pipeline/routes/stop-turn";

export const POST = handle(stopTurn);
