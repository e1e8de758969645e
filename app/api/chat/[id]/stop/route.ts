import { handle } from "@/lib/pipeline/handle";
import { stopTurn } from "@/lib/pipeline/stop-turn";

export const POST = handle(stopTurn);
