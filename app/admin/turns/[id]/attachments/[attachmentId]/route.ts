import { handle } from "@/lib/pipeline/routes/handle";
import { sendTurnImage } from "./send-turn-image";

export const GET = handle(sendTurnImage);
