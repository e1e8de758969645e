import { handle } from "@/lib/pipeline/routes/handle";
import { runTurn } from "@/lib/pipeline/run-turn";

export const POST = handle(runTurn);
