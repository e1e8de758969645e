import { handle } from "@/lib/pipeline/handle";
import { runTurn } from "@/lib/pipeline/run-turn";

export const POST = handle(runTurn);
